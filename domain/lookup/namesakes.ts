import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { statedLevelAt } from '@/domain/lookup/area/stated-level';
import { isInside, kindOf, nameOf } from '@/domain/lookup/division/division-parts';
import { normaliseText } from '@/domain/lookup/normalise-text';
import { parsePlaces } from '@/domain/lookup/place/parse-places';
import { relatedAreas } from '@/domain/lookup/related-areas';
import type { AreaMention } from '@/domain/lookup/types';

const COMMITTEE = /(?:村|社区|居)?(?:民)?委(?:员)?会$/;

/**
 * Standing areas that bear a community's or village's name but were resolved no deeper than its street or county:
 * 王家庄街道东邵村 is 东邵村委会, whatever its entry says. Empty for other kinds.
 */
export function namesakesOf(index: AreaIndex, ordinal: number, at: number): AreaMention[] {
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

/** 东邵村委会 is 东邵村 (and 东邵) in lists, 元和社区居委会 is 元和社区. */
function spellings(name: string): string[] {
  const bare = name.replace(COMMITTEE, '');
  if (bare === name) return [name];
  return [`${bare}村`, `${bare}社区`, bare];
}
