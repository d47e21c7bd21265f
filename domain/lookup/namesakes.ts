import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { statedLevelAt } from '@/domain/lookup/area/stated-level';
import { ordinalOf } from '@/domain/lookup/division/division-codes';
import { isInside, kindOf, nameOf } from '@/domain/lookup/division/division-parts';
import { normaliseText } from '@/domain/lookup/normalise-text';
import { parsePlaces } from '@/domain/lookup/place/parse-places';
import { relatedAreas } from '@/domain/lookup/related-areas';
import type { AreaMention, DivisionResult, LookupResult } from '@/domain/lookup/types';

const COMMITTEE = /(?:村|社区|居)?(?:民)?委(?:员)?会$/;

/**
 * Standing areas that bear a community's or village's name but were resolved no deeper than its street or county:
 * 王家庄街道东邵村 is 东邵村委会, whatever its entry says. Empty for other kinds.
 */
export function areasNamedAs(index: AreaIndex, ordinal: number, at: number): AreaMention[] {
  const { divisions } = index;
  if (kindOf(divisions, ordinal) !== 'COMMUNITY') return [];
  const found: AreaMention[] = [];
  for (const name of spellings(normaliseText(nameOf(divisions, ordinal)))) {
    const place = parsePlaces(name).places[0];
    if (place === undefined || place.stem.length < 2) continue;
    for (const { entry } of relatedAreas(index, place, [ordinal], -1, at)) {
      const now = statedLevelAt(entry.area.periods, at);
      if (now === null || now.level === 'LOW' || entry.boundary) continue;
      if (entry.division >= 0 && isInside(divisions, entry.division, ordinal)) continue;
      if (found.some((area) => area.id === entry.area.id)) continue;
      found.push({ id: entry.area.id, name: entry.area.name, level: now.level });
    }
  }
  return found;
}

/**
 * The result with the areas that bear its name among its `possible` ones, where its ground would else be called low:
 * a village whose listed namesake was resolved to the street above it is never answered as plain low. A community asked
 * for by itself that holds nothing else is then of unknown level: whether the namesake is this one nobody can tell.
 */
export function withNamesakes(index: AreaIndex, result: DivisionResult, at: number): DivisionResult;
export function withNamesakes(index: AreaIndex, result: LookupResult, at: number): LookupResult;
export function withNamesakes(index: AreaIndex, result: LookupResult, at: number): LookupResult {
  if (result.kind === 'area' || result.divisionKind !== 'COMMUNITY' || result.restLevel !== 'LOW')
    return result;
  const known = new Set(result.possible.map((area) => area.id));
  const namesakes = areasNamedAs(index, ordinalOf(index.divisions, result.id), at).filter(
    (area) => !known.has(area.id),
  );
  if (namesakes.length === 0) return result;
  const possible = [...result.possible, ...namesakes];
  if (result.match.type === 'address' || result.level !== 'LOW') return { ...result, possible };
  const many = (level: 'HIGH' | 'MEDIUM') => namesakes.filter((area) => area.level === level).length;
  const why = { rule: 'NAMESAKES', HIGH: many('HIGH'), MEDIUM: many('MEDIUM') } as const;
  return { ...result, possible, level: 'UNKNOWN', why };
}

/** 东邵村委会 is 东邵村 (and 东邵) in lists, 元和社区居委会 is 元和社区. */
function spellings(name: string): string[] {
  const bare = name.replace(COMMITTEE, '');
  if (bare === name) return [name];
  return [`${bare}村`, `${bare}社区`, bare];
}
