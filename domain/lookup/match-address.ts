import { compareLevels } from '@/domain/level/level';
import type { Beside } from '@/domain/lookup/answer-division';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { levelOfDivision } from '@/domain/lookup/area/level-of-division';
import { statedLevelAt } from '@/domain/lookup/area/stated-level';
import { countyOf, isInside } from '@/domain/lookup/division/division-parts';
import type { ReadPath } from '@/domain/lookup/division/read-path';
import { type Hit, SCORES } from '@/domain/lookup/hit';
import { parsePlaces } from '@/domain/lookup/place/parse-places';
import { type Related, relatedAreas } from '@/domain/lookup/related-areas';
import type { AreaMention } from '@/domain/lookup/types';

const MOST_GROUNDS = 5;
const MOST_MENTIONS = 20;

/**
 * Answer a whole address. `path` is what `readPath` read at its beginning.
 *
 * An area that holds the address gives its level. Otherwise the answer is the ground it stands on (the deepest
 * division read, else the county of the areas that share its compound) with `nearby` and `possible` areas: a compound
 * of which only another building is listed is not high, and where the wording leaves it open nothing is claimed alone.
 */
export function matchAddress(
  index: AreaIndex,
  text: string,
  path: ReadPath,
  within: number,
  at: number,
): Hit[] {
  const rest = text.slice(path.beforeCommunity);
  const written = parsePlaces(rest);
  const [address] = written.places;
  if (address === undefined || (address.stem === '' && path.scopes.length === 0)) return [];
  const related = relatedAreas(index, address, path.scopes, within, at, written.text);
  const hits: Hit[] = [];
  for (const { entry, relation } of related) {
    if (relation === 'inside') hits.push({ kind: 'area', entry, type: 'address', score: SCORES.address });
    if (relation === 'partly')
      hits.push({ kind: 'area', entry, type: 'address', score: SCORES.address - 0.05 });
  }
  for (const ground of groundsOf(index, path.scopes, related, within)) {
    const here = related.filter(({ entry }) => sameCounty(index, entry.division, ground));
    const beside = besideOf(here, at);
    const settled = here.some(({ entry, relation }) => {
      const now = relation === 'inside' ? statedLevelAt(entry.area.periods, at) : null;
      return now !== null && beside.possible.every((other) => compareLevels(now.level, other.level) >= 0);
    });
    const known = here.some(({ relation }) => relation === 'inside') && beside.possible.length === 0;
    const stated = levelOfDivision(index, ground, at).stated !== null;
    if ((settled || known) && !stated) continue;
    hits.push({ kind: 'division', ordinal: ground, type: 'address', score: SCORES.address - 0.1, beside });
  }
  return hits;
}

function groundsOf(
  index: AreaIndex,
  scopes: readonly number[],
  related: readonly Related[],
  within: number,
): number[] {
  if (scopes.length > 0) {
    return scopes
      .filter((scope) => within < 0 || isInside(index.divisions, scope, within))
      .slice(0, MOST_GROUNDS);
  }
  const grounds = new Set<number>();
  for (const { entry } of related) {
    if (entry.division < 0) continue;
    const county = countyOf(index.divisions, entry.division);
    grounds.add(county < 0 ? entry.division : county);
  }
  return [...grounds].slice(0, MOST_GROUNDS);
}

function sameCounty(index: AreaIndex, division: number, ground: number): boolean {
  if (division < 0) return true;
  if (isInside(index.divisions, division, ground) || isInside(index.divisions, ground, division)) return true;
  const county = countyOf(index.divisions, ground);
  return county >= 0 && isInside(index.divisions, division, county);
}

function besideOf(related: readonly Related[], at: number): Beside {
  const nearby: AreaMention[] = [];
  const possible: AreaMention[] = [];
  for (const { entry, relation } of related) {
    const now = statedLevelAt(entry.area.periods, at);
    if (now === null || now.level === 'LOW' || relation === 'inside') continue;
    const list = relation === 'nearby' ? nearby : possible;
    if (list.length < MOST_MENTIONS) {
      list.push({ id: entry.area.id, name: entry.area.name, level: now.level });
    }
  }
  return { nearby, possible };
}
