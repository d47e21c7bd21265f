import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import { type AreaIndex, CHUNK, entryAt, type SharedLists } from '@/domain/lookup/area/area-index';
import { emptyLists } from '@/domain/lookup/area/empty-area-index';
import { makeAreaEntry } from '@/domain/lookup/area/make-area-entry';
import { proposeArea } from '@/domain/lookup/area/propose-area';
import { type Replaced, refreshRollUps } from '@/domain/lookup/area/refresh-roll-ups';
import type { IndexedArea } from '@/domain/lookup/types';

/**
 * A new snapshot with `changed` areas added or replaced by id and the `gone` ones taken out; the given one stays as it
 * is. Costs in proportion to the changed areas and the subtrees above them (one area in the whole nation: about a
 * millisecond).
 * @param version change-log sequence the new snapshot reflects
 * @param at epoch ms for which roll-ups are evaluated; also re-evaluates subtrees in which a period began or ended since
 * @param gone ids of areas of which nothing is recorded any more: a level that ended at its own start never held
 */
export function applyAreas(
  index: AreaIndex,
  changed: readonly IndexedArea[],
  version: number,
  at: number,
  gone: readonly string[] = [],
): AreaIndex {
  const shared = index.shared.newest === index.generation ? index.shared : ownLists(index);
  const generation = shared.newest + 1;
  shared.newest = generation;
  const chunks = [...index.chunks];
  const copied = new Set<number>();
  const replaced: Replaced[] = [];
  let size = index.size;
  const put = (slot: number, after: AreaEntry | undefined): void => {
    const chunk = slot >>> 10;
    if (!copied.has(chunk)) {
      chunks[chunk] = [...(chunks[chunk] ?? [])];
      copied.add(chunk);
    }
    (chunks[chunk] as (AreaEntry | undefined)[])[slot & (CHUNK - 1)] = after;
  };
  for (const id of new Set(gone)) {
    const slot = shared.slots.get(id);
    const before = slot === undefined ? undefined : entryAt({ chunks }, slot);
    if (slot === undefined || before === undefined) continue;
    // The lists go on proposing the slot; a proposal without an entry is passed over.
    put(slot, undefined);
    replaced.push({ slot, before, after: undefined });
  }
  // An area that changed twice in one batch counts as it was last.
  for (const area of new Map(changed.map((one) => [one.id, one])).values()) {
    const known = shared.slots.get(area.id);
    const slot = known ?? size++;
    if (known === undefined) shared.slots.set(area.id, slot);
    const before = entryAt({ chunks }, slot);
    const after = sameWords(before, area)
      ? { ...before, area }
      : makeAreaEntry(index.divisions, area, shared.romanise);
    if (before === undefined || after.places !== before.places) proposeArea(shared, slot, after);
    put(slot, after);
    replaced.push({ slot, before, after });
  }
  const moved = refreshRollUps(index, { chunks }, replaced, at);
  return { ...index, ...moved, version, evaluatedAt: at, size, chunks, shared, generation };
}

function sameWords(before: AreaEntry | undefined, area: IndexedArea): before is AreaEntry {
  return (
    before !== undefined &&
    before.area.name === area.name &&
    before.area.divisionCode === area.divisionCode &&
    before.area.aliases.length === area.aliases.length &&
    before.area.aliases.every((alias, i) => alias === area.aliases[i])
  );
}

/** An older snapshot is changed: its line needs lists of its own, or two lines would claim the same slots. */
function ownLists(index: AreaIndex): SharedLists {
  const lists = emptyLists(index.shared.romanise);
  for (let slot = 0; slot < index.size; slot++) {
    const entry = entryAt(index, slot);
    if (entry === undefined) continue;
    lists.slots.set(entry.area.id, slot);
    proposeArea(lists, slot, entry);
  }
  return lists;
}
