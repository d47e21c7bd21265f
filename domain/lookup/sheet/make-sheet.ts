import { type AreaIndex, entryOf } from '@/domain/lookup/area/area-index';
import { ordinalOf } from '@/domain/lookup/division/division-codes';
import { kindOf } from '@/domain/lookup/division/division-parts';
import { othersOfCompound } from '@/domain/lookup/sheet/compound';
import { daysOfArea, daysOfDivision } from '@/domain/lookup/sheet/day-levels';
import { groundOf, remainderOf } from '@/domain/lookup/sheet/ground-of';
import type { Sheet } from '@/domain/lookup/sheet/sheet';
import { looseAreas, standingAreas } from '@/domain/lookup/sheet/standing-areas';
import { aroundRows, childRows, divisionRows } from '@/domain/lookup/sheet/tree-rows';
import type { AreaResult, DivisionResult, LookupResult } from '@/domain/lookup/types';

const MOST_AREAS = 100;
const MOST_AREAS_BESIDE = 20;
const NO_AREAS = { rows: [], total: 0 };

/**
 * Everything to be said about `result`, one of the results of an answer.
 * @param results all results of the same answer: for an address they tell what of it lies inside
 * @param query what was typed, null for an answer by id or code
 * @param at the asked instant, epoch ms
 */
export function makeSheet(
  index: AreaIndex,
  result: LookupResult,
  results: readonly LookupResult[],
  query: string | null,
  at: number,
): Sheet {
  const address = result.match.type === 'address' ? query : null;
  return result.kind === 'area'
    ? areaSheet(index, result, results, address, at)
    : divisionSheet(index, result, address, at);
}

function areaSheet(
  index: AreaIndex,
  result: AreaResult,
  results: readonly LookupResult[],
  address: string | null,
  at: number,
): Sheet {
  const entry = entryOf(index, result.id);
  const ground = address === null ? null : groundOf(result, results);
  const inParts = (id: string) =>
    results.some((other) => other.kind === 'area' && other.id === id && other.match.type === 'address');
  const possible = ground?.possible ?? [];
  const parts = possible.filter((area) => inParts(area.id));
  const shown = new Set([result.id, ...possible.map((area) => area.id)]);
  const compound = entry === undefined ? [] : othersOfCompound(index, entry, at);
  return {
    result,
    address,
    ground,
    remainder: parts.length > 0 ? remainderOf(ground, results) : null,
    parts,
    possible: possible.filter((area) => !parts.includes(area)),
    nearby: compound.filter((area) => !shown.has(area.id)),
    days: entry === undefined ? [] : daysOfArea(index, entry, at, result.lookback.days),
    around: entry === undefined || entry.division < 0 ? [] : aroundRows(index, entry.division, true, at),
    overlapping: [],
    children: [],
    areas: NO_AREAS,
    loose: 0,
  };
}

function divisionSheet(index: AreaIndex, result: DivisionResult, address: string | null, at: number): Sheet {
  const ordinal = ordinalOf(index.divisions, result.divisionCode);
  const local = ['STREET', 'COMMUNITY'].includes(kindOf(index.divisions, ordinal));
  const shown = new Set([...result.nearby, ...result.possible].map((area) => area.id));
  const areas =
    address === null
      ? standingAreas(index, ordinal, at, MOST_AREAS)
      : standingAreas(index, ordinal, at, MOST_AREAS_BESIDE);
  return {
    result,
    address,
    ground: null,
    remainder: null,
    parts: [],
    possible: result.possible,
    nearby: result.nearby,
    days: address === null ? daysOfDivision(index, ordinal, at, result.lookback.days) : [],
    around: aroundRows(index, ordinal, address !== null, at),
    overlapping: divisionRows(
      index,
      result.overlapping.map((other) => ordinalOf(index.divisions, other.code)),
      at,
    ),
    children: address === null ? childRows(index, ordinal, at) : [],
    areas:
      address !== null && !local
        ? NO_AREAS
        : { ...areas, rows: areas.rows.filter((area) => !shown.has(area.id)) },
    loose: address === null ? looseAreas(index, ordinal, at) : 0,
  };
}
