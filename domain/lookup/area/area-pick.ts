import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import { type AreaIndex, entryAt } from '@/domain/lookup/area/area-index';
import { statedLevelAt } from '@/domain/lookup/area/stated-level';
import { isInside } from '@/domain/lookup/division/division-parts';
import type { MatchType } from '@/domain/lookup/types';

/** One search over the areas: where (`within` −1: everywhere), when (epoch ms), how many. */
export interface AreaSearch {
  readonly index: AreaIndex;
  readonly within: number;
  readonly at: number;
  readonly limit: number;
}

export interface PickedArea {
  readonly entry: AreaEntry;
  readonly type: MatchType;
}

const STATED = ['HIGH', 'MEDIUM', 'LOW'];

/**
 * The best of the proposed slots: by kind of match, then standing high before medium before low before none, then
 * shorter names, then the order in which areas came. `matchOf` gives how an entry matches, 0 best; −1 for not at all.
 */
export function pickAreas(
  search: AreaSearch,
  slots: readonly number[],
  types: readonly MatchType[],
  matchOf: (entry: AreaEntry) => number,
): PickedArea[] {
  const { index, within, at, limit } = search;
  const picked: { entry: AreaEntry; key: number; slot: number }[] = [];
  let worst = Number.POSITIVE_INFINITY;
  for (const slot of slots) {
    if (slot >= index.size) continue;
    const entry = entryAt(index, slot);
    if (entry === undefined) continue;
    const match = matchOf(entry);
    if (match < 0) continue;
    if (within >= 0 && !(entry.division >= 0 && isInside(index.divisions, entry.division, within))) continue;
    const stated = statedLevelAt(entry.area.periods, at);
    const severity = stated === null ? 3 : STATED.indexOf(stated.level);
    const length = Math.min(999, entry.names[0]?.length ?? 0);
    const key = ((match * 4 + severity) * 1000 + length) * 2 ** 24 + slot;
    if (key >= worst || picked.some((other) => other.slot === slot)) continue;
    let place = picked.length;
    while (place > 0 && (picked[place - 1]?.key ?? 0) > key) place--;
    picked.splice(place, 0, { entry, key, slot });
    if (picked.length > limit) picked.pop();
    if (picked.length === limit) worst = picked[picked.length - 1]?.key ?? worst;
  }
  return picked.map(({ entry, key }) => ({
    entry,
    type: types[Math.floor(key / 2 ** 24 / 4000)] ?? 'substring',
  }));
}
