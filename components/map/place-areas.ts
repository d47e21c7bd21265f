import { LEVELS, type Level } from '@/domain/level/level';
import { type DivisionLabels, type GroupRank, markedAt } from './division-labels';
import { toPlane } from './plane';
import type { MapArea, MapCount, PlanePoint } from './types';

/** How many places of each level. */
export type LevelCounts = Readonly<Partial<Record<Level, number>>>;

/** A place with true coordinates. */
export interface PlacedArea {
  readonly area: MapArea;
  readonly at: PlanePoint;
}

/** Places marked together by one counted symbol at a point inside their division. */
export interface PlacedGroup {
  readonly code: string;
  readonly name: string;
  readonly at: PlanePoint;
  /** What the symbol counts. At county rank these are the places without coordinates alone. */
  readonly counts: LevelCounts;
  readonly total: number;
  /** Places of the division that are drawn by themselves and are not in `counts`. */
  readonly located: number;
  /** In a county view: a prefecture or province that stands for places of no county on the map. */
  readonly standsIn: boolean;
}

export interface Placed {
  readonly areas: readonly PlacedArea[];
  readonly groups: Readonly<Record<GroupRank, readonly PlacedGroup[]>>;
  /** Division of each place without coordinates, by area id. */
  readonly unlocated: ReadonlyMap<string, string>;
  /** Places without coordinates marked at their county. */
  readonly atCounty: number;
  /** Places marked higher up, because they lie in a functional zone that is no county. */
  readonly atPrefecture: number;
  /** Places whose division is not on the map: they are in the sums, not in the picture. */
  readonly offMap: number;
}

interface Tally {
  readonly divisionCode: string;
  readonly level: Level;
  readonly count: number;
  readonly located: boolean;
}

function groupsOf(tallies: readonly Tally[], rank: GroupRank, labels: DivisionLabels): PlacedGroup[] {
  const groups = new Map<string, PlacedGroup & { counts: Partial<Record<Level, number>>; total: number }>();
  for (const { divisionCode, level, count, located } of tallies) {
    const label = markedAt(divisionCode, rank, labels);
    if (label === null) continue;
    const { code, name, at, isCounty } = label;
    const before = groups.get(code);
    const apart = located && rank === 'county' ? count : 0;
    const counted = count - apart;
    groups.set(code, {
      code,
      name,
      at,
      counts:
        counted > 0
          ? { ...before?.counts, [level]: (before?.counts[level] ?? 0) + counted }
          : { ...before?.counts },
      total: (before?.total ?? 0) + counted,
      located: (before?.located ?? 0) + apart,
      standsIn: rank === 'county' && !isCounty,
    });
  }
  return [...groups.values()];
}

/** Sum equal tallies first: 45,000 places are some thousand pairs of county and level. */
function tally(areas: readonly MapArea[], counts: readonly MapCount[]): Tally[] {
  const sums = new Map<string, Tally>();
  const add = (divisionCode: string, level: Level, count: number, located: boolean) => {
    const key = `${divisionCode.slice(0, 6)} ${level} ${located}`;
    sums.set(key, { divisionCode, level, count: (sums.get(key)?.count ?? 0) + count, located });
  };
  for (const { divisionCode, level, lng, lat } of areas) {
    add(divisionCode, level, 1, lng !== null && lat !== null);
  }
  for (const { divisionCode, level, count } of counts) if (count > 0) add(divisionCode, level, count, false);
  return [...sums.values()];
}

/**
 * Decide where each place is drawn. A place with coordinates stands at them. Places without are never spread out as if
 * they had some: they become one counted symbol in their county, and in a wide view in their prefecture or province.
 * @param labels a point inside every county, prefecture and province, by six-digit code
 */
export function placeAreas(
  areas: readonly MapArea[],
  counts: readonly MapCount[],
  labels: DivisionLabels,
): Placed {
  const placed: PlacedArea[] = [];
  const unlocated = new Map<string, string>();
  for (const area of areas) {
    if (area.lng !== null && area.lat !== null) placed.push({ area, at: toPlane(area.lng, area.lat) });
    else unlocated.set(area.id, area.divisionCode);
  }
  const tallies = tally(areas, counts);
  let [atCounty, atPrefecture, offMap] = [0, 0, 0];
  for (const { divisionCode, count, located } of tallies) {
    const label = markedAt(divisionCode, 'county', labels);
    if (located) continue;
    if (label === null) offMap += count;
    else if (label.isCounty) atCounty += count;
    else atPrefecture += count;
  }
  const groups = {
    county: groupsOf(tallies, 'county', labels),
    prefecture: groupsOf(tallies, 'prefecture', labels),
    province: groupsOf(tallies, 'province', labels),
  };
  return { areas: placed, groups, unlocated, atCounty, atPrefecture, offMap };
}

/** Places of each level, whether drawn by themselves, in a counted symbol or not at all; the legend's numbers. */
export function countLevels(areas: readonly MapArea[], counts: readonly MapCount[]): Record<Level, number> {
  const sums = Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
  for (const { level } of areas) sums[level] += 1;
  for (const { level, count } of counts) sums[level] += count;
  return sums;
}
