import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import { type AreaIndex, entryAt } from '@/domain/lookup/area/area-index';
import { statedLevelAt } from '@/domain/lookup/area/stated-level';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import { childrenOf, countyOf } from '@/domain/lookup/division/division-parts';
import type { LevelCounts } from '@/domain/lookup/types';

/** Where an area may lie of which nobody knows the province. */
const ANYWHERE = -1;

const NONE: LevelCounts = { HIGH: 0, MEDIUM: 0 };

/**
 * The division below which an area lies in a county that nobody knows (`ANYWHERE` when not even that is known); null when
 * its county is known, and when it is the whole of a province or prefecture.
 */
export function unlocatedUnder(divisions: DivisionIndex, entry: AreaEntry | undefined): number | null {
  if (entry === undefined) return null;
  if (entry.division < 0) return ANYWHERE;
  return entry.wholeDivision || !holdsCounties(divisions, entry.division) ? null : entry.division;
}

/** Whether counties or functional zones lie below: a province, a prefecture, a zone that ranks with one. */
function holdsCounties(divisions: DivisionIndex, ordinal: number): boolean {
  const [province, firstCounty, firstStreet] = [1, 2, 4].map((kind) => divisions.kindStarts[kind] ?? 0);
  if (ordinal < (province ?? 0)) return true;
  if (ordinal >= (firstStreet ?? 0)) return false;
  return childrenOf(divisions, ordinal).some(
    (child) => child >= (firstCounty ?? 0) && child < (firstStreet ?? 0),
  );
}

/**
 * How many areas stand at an instant (epoch ms) that may lie in a division though nobody knows: known only to a division
 * above its county, or not at all. For a division above the county: known only to one above itself, since what is known to
 * lie in it is counted there.
 */
export function unlocatedAt(index: AreaIndex, ordinal: number, at: number): LevelCounts {
  if (index.unlocated.size === 0) return NONE;
  const counts = { HIGH: 0, MEDIUM: 0 };
  const county = countyOf(index.divisions, ordinal);
  let step = index.divisions.parents[county < 0 ? ordinal : county] ?? ANYWHERE;
  for (;;) {
    for (const slot of index.unlocated.get(step) ?? []) {
      const entry = entryAt(index, slot);
      const now = entry && statedLevelAt(entry.area.periods, at);
      if (now && now.level !== 'LOW') counts[now.level] += 1;
    }
    if (step < 0) return counts;
    step = index.divisions.parents[step] ?? ANYWHERE;
  }
}
