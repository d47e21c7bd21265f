import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import { isInside } from '@/domain/lookup/division/division-parts';
import { findExact } from '@/domain/lookup/division/find-exact';
import { readPath } from '@/domain/lookup/division/read-path';
import { parsePlaces } from '@/domain/lookup/place/parse-places';
import type { PlaceList } from '@/domain/lookup/place/place';
import { unitsOf } from '@/domain/lookup/pool-text';

const WHOLE_END = /\(?(?:全域|全境|全部区域|全区|全县|全街道|全镇|全村)\)?$/;

/** What the names say: places, the division as deep as the name tells it, whether the whole division is meant. */
export interface AreaPlaces {
  readonly places: PlaceList[];
  readonly division: number;
  readonly wholeDivision: boolean;
}

/** Parse an area's normalised names without the division names in front. */
export function areaPlaces(divisions: DivisionIndex, division: number, names: readonly string[]): AreaPlaces {
  if (division < 0) return { places: names.map(parsePlaces), division, wholeDivision: false };
  let deepest = division;
  let wholeDivision = false;
  const places = names.map((name) => {
    const bare = name.replace(WHOLE_END, '');
    const path = readPath(divisions, bare, division);
    if (path.last > deepest && isInside(divisions, path.last, deepest)) deepest = path.last;
    if (path.consumed >= bare.length && path.last === deepest) wholeDivision = true;
    else if (isName(divisions, division, bare)) wholeDivision = true;
    return parsePlaces(path.beforeCommunity >= bare.length ? bare : name.slice(path.beforeCommunity));
  });
  return { places, division: deepest, wholeDivision };
}

function isName(divisions: DivisionIndex, division: number, text: string): boolean {
  if (text.length < 2) return false;
  const { named, aliased } = findExact(divisions, unitsOf(text));
  return named.includes(division) || aliased.includes(division);
}
