import type { AreaSearch } from '@/domain/lookup/area/area-pick';
import { findAreasByName } from '@/domain/lookup/area/find-areas';
import { holdingAt } from '@/domain/lookup/area/roll-up-at';
import { isInside } from '@/domain/lookup/division/division-parts';
import { type DivisionSearch, pickDivisions } from '@/domain/lookup/division/division-search';
import { findNameBeginning } from '@/domain/lookup/division/find-beginning';
import { findExact } from '@/domain/lookup/division/find-exact';
import { findSubstring } from '@/domain/lookup/division/find-substring';
import { type ReadPath, readPath } from '@/domain/lookup/division/read-path';
import { currentOf } from '@/domain/lookup/division/successors';
import { type Found, understoodPath } from '@/domain/lookup/found';
import { type Hit, SCORES, scoreOf } from '@/domain/lookup/hit';
import { matchAddress } from '@/domain/lookup/match-address';
import { normaliseText } from '@/domain/lookup/normalise-text';
import { unitsOf } from '@/domain/lookup/pool-text';
import type { MatchType } from '@/domain/lookup/types';

const HAS_NUMBER = /\d|[号栋幢座]楼?|单元/;

/** A query in Chinese: a name or part of one, a path, or a whole address. */
export function findByText(search: AreaSearch, query: string): Found {
  const { index, within, at } = search;
  const text = normaliseText(query);
  const path = readPath(index.divisions, text, -1, breaksIn(query));
  const named = nameHits(search, text);
  const rest = text.slice(path.consumed);
  if (rest === '' && path.scopes.length > 0) {
    const understood = { as: 'name', path: understoodPath(index, path.scopes), rest } as const;
    // One name alone was found as a name already, with the right kind of match.
    return { hits: path.steps > 1 ? [...pathHits(search, path), ...named] : named, understood };
  }
  if (path.scopes.length === 0 && !HAS_NUMBER.test(text)) {
    return { hits: named, understood: { as: 'name', path: [], rest } };
  }
  const hits = [...named, ...matchAddress(index, text, path, within, at)];
  for (const scope of rest.length >= 2 ? path.scopes.slice(0, 5) : [])
    hits.push(...insideScope(search, rest, scope));
  return { hits, understood: { as: 'address', path: understoodPath(index, path.scopes), rest } };
}

/** 潍坊寒亭: the whole query is a path. */
function pathHits({ index, within }: AreaSearch, path: ReadPath): Hit[] {
  return path.scopes
    .filter((ordinal) => within < 0 || isInside(index.divisions, ordinal, within))
    .map((ordinal) => ({ kind: 'division', ordinal, type: 'exact', score: SCORES.exact }));
}

/** 潍坊 天宏: part of a name after a path. */
function insideScope(search: AreaSearch, rest: string, scope: number): Hit[] {
  const { divisions } = search.index;
  if (search.within >= 0 && !isInside(divisions, scope, search.within)) return [];
  return nameHits({ ...search, within: scope }, rest).map((hit) => {
    const type: MatchType = hit.type === 'exact' ? 'prefix' : hit.type;
    return { ...hit, type };
  });
}

function nameHits(search: AreaSearch, text: string): Hit[] {
  const { index, within, limit, at } = search;
  const divisions: DivisionSearch = { index: index.divisions, within, limit, holding: holdingAt(index, at) };
  const hits: Hit[] = [];
  const add = (ordinals: readonly number[], type: MatchType): void => {
    for (const ordinal of ordinals) {
      const length = index.divisions.terms.lengths[ordinal] ?? 0;
      hits.push({ kind: 'division', ordinal, type, score: scoreOf(type, text.length, length) });
    }
  };
  const units = unitsOf(text);
  const exact = findExact(index.divisions, units);
  add(best(divisions, exact.named), 'exact');
  const renamed = exact.named.filter((ordinal) => index.divisions.withdrawn[ordinal] === 1);
  add(best(divisions, [...exact.aliased, ...currentOf(index.divisions, renamed)]), 'alias');
  if (hits.length < limit) add(findNameBeginning(divisions, units), 'prefix');
  if (hits.length < limit) {
    const { beginning, inside } = findSubstring(divisions, units);
    add(beginning, 'prefix');
    add(inside, 'substring');
  }
  for (const { entry, type } of findAreasByName(search, text)) {
    hits.push({ kind: 'area', entry, type, score: scoreOf(type, text.length, entry.names[0]?.length ?? 0) });
  }
  return hits;
}

function best(search: DivisionSearch, ordinals: readonly number[]): number[] {
  return pickDivisions(search, Uint32Array.from(ordinals).sort(), () => true).ordinals();
}

/** Positions in the normalised text at which the person left a blank. */
function breaksIn(query: string): Set<number> {
  const breaks = new Set<number>();
  let at = 0;
  for (const piece of query.split(/[\s\u3000,，/]+/)) {
    at += normaliseText(piece).length;
    breaks.add(at);
  }
  return breaks;
}
