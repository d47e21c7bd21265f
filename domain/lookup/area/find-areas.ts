import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import { type AreaSearch, type PickedArea, pickAreas } from '@/domain/lookup/area/area-pick';
import { INITIALS_KEY, PINYIN_KEY } from '@/domain/lookup/area/propose-area';
import { beginsSyllable } from '@/domain/lookup/area/syllable-starts';
import { gramKey } from '@/domain/lookup/gram-index';
import type { MatchType } from '@/domain/lookup/types';

const BY_NAME: readonly MatchType[] = ['exact', 'alias', 'prefix', 'substring'];

// 号楼 stands in half of all names: of such queries only the first so many areas are looked at.
const MOST_PROPOSED = 1024;

/**
 * Areas whose name or alias is, begins with or holds the normalised query. Exact names are always found; a query that
 * fits thousands of areas is answered from the first few thousand.
 */
export function findAreasByName(search: AreaSearch, query: string): PickedArea[] {
  const exact = search.index.shared.names.get(query) ?? [];
  const proposed = proposedBy(search, query);
  const looked = proposed.length <= MOST_PROPOSED ? proposed : proposed.slice(0, MOST_PROPOSED).concat(exact);
  return pickAreas(search, looked, BY_NAME, (entry) => nameMatch(entry, query));
}

function nameMatch(entry: AreaEntry, query: string): number {
  let best = -1;
  for (let i = 0; i < entry.names.length; i++) {
    const name = entry.names[i] ?? '';
    const at = name.indexOf(query);
    if (at < 0) continue;
    const match = name.length === query.length ? (i === 0 ? 0 : 1) : at === 0 ? 2 : 3;
    if (best < 0 || match < best) best = match;
  }
  return best;
}

function proposedBy(search: AreaSearch, query: string): readonly number[] {
  const { grams } = search.index.shared;
  if (query.length === 1) return grams.get(gramKey(0, query.charCodeAt(0))) ?? [];
  let best: readonly number[] | null = null;
  for (let i = 1; i < query.length; i++) {
    const list = grams.get(gramKey(query.charCodeAt(i - 1), query.charCodeAt(i)));
    if (list === undefined) return [];
    if (best === null || list.length < best.length) best = list;
  }
  return best ?? [];
}

/** Areas in whose name a run of syllables, or of initials, is the query (`a–z0–9`; three initials or five letters of
 * pinyin at least, four at the end of a name). */
export function findAreasByLatin(search: AreaSearch, query: string): PickedArea[] {
  const { latin } = search.index.shared;
  const proposed = [
    ...(query.length >= 4 ? (latin.get(`p${query.slice(0, PINYIN_KEY)}`) ?? []) : []),
    ...(query.length >= INITIALS_KEY ? (latin.get(`i${query.slice(0, INITIALS_KEY)}`) ?? []) : []),
  ];
  return pickAreas(search, proposed.slice(0, MOST_PROPOSED), ['pinyin'], (entry) =>
    entry.initials.includes(query) || readsAs(entry, query) ? 0 : -1,
  );
}

function readsAs({ pinyin, syllables }: AreaEntry, query: string): boolean {
  for (let at = pinyin.indexOf(query); at >= 0; at = pinyin.indexOf(query, at + 1)) {
    if (beginsSyllable(syllables, at)) return true;
  }
  return false;
}
