import { compareLevels } from '@/domain/level/level';
import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import { type AreaIndex, entryAt } from '@/domain/lookup/area/area-index';
import { rollUpAt } from '@/domain/lookup/area/roll-up-at';
import { statedLevelAt } from '@/domain/lookup/area/stated-level';
import { countyOf, kindOf } from '@/domain/lookup/division/division-parts';
import type { StandingAreas } from '@/domain/lookup/sheet/sheet';
import type { AreaMention } from '@/domain/lookup/types';

/** High and medium areas listed under a division: all of a street's or community's, else those resolved no deeper. */
export function standingAreas(index: AreaIndex, ordinal: number, at: number, most: number): StandingAreas {
  const rows = standingIn(
    index,
    ordinal,
    at,
    (entry) => isLocal(index, ordinal) || entry.division === ordinal,
  );
  return { rows: rows.slice(0, most), total: rows.length };
}

/**
 * How many standing areas lie somewhere in the same county (or street) without saying in which street (or community):
 * any of them may be here. 0 for a county and above.
 */
export function looseAreas(index: AreaIndex, ordinal: number, at: number): number {
  if (!isLocal(index, ordinal)) return 0;
  const county = countyOf(index.divisions, ordinal);
  let count = 0;
  let step = index.divisions.parents[ordinal] ?? -1;
  while (step >= county && step >= 0) {
    const here = step;
    count += standingIn(index, here, at, (entry) => entry.division === here && !entry.wholeDivision).length;
    step = index.divisions.parents[step] ?? -1;
  }
  return count;
}

function isLocal(index: AreaIndex, ordinal: number): boolean {
  const kind = kindOf(index.divisions, ordinal);
  return kind === 'STREET' || kind === 'COMMUNITY';
}

function standingIn(
  index: AreaIndex,
  ordinal: number,
  at: number,
  wanted: (entry: AreaEntry) => boolean,
): AreaMention[] {
  const found: AreaMention[] = [];
  for (const slot of rollUpAt(index, ordinal, at)?.slots ?? []) {
    const entry = entryAt(index, slot);
    if (entry === undefined || !wanted(entry)) continue;
    const now = statedLevelAt(entry.area.periods, at);
    if (now === null || now.level === 'LOW') continue;
    found.push({ id: entry.area.id, name: entry.area.name, level: now.level });
  }
  return found.sort((a, b) => compareLevels(b.level, a.level));
}
