import { type DivisionSearch, pickDivisions } from '@/domain/lookup/division/division-search';
import { RankedPick } from '@/domain/lookup/division/ranked-pick';
import { rarestPostings } from '@/domain/lookup/gram-index';
import { includesAt, startsWithAt } from '@/domain/lookup/pool-text';

/** Divisions whose name, or one of whose other names, holds the query (normalised UTF-16 units, at least one). */
export function findSubstring(
  search: DivisionSearch,
  query: Uint16Array,
): { beginning: number[]; inside: number[] } {
  const { index } = search;
  const { pool, starts, lengths } = index.terms;
  const postings = rarestPostings(index.grams, query);
  const names = postings.subarray(0, firstExtra(postings, index.size));
  const inside = pickDivisions(search, names, (ordinal) =>
    includesAt(pool, starts[ordinal] ?? 0, lengths[ordinal] ?? 0, query),
  );
  const owners: number[] = [];
  const beginnings: number[] = [];
  for (const term of postings.subarray(names.length)) {
    const start = starts[term] ?? 0;
    const length = lengths[term] ?? 0;
    if (!includesAt(pool, start, length, query)) continue;
    const owner = index.extraOwners[term - index.size] ?? 0;
    (startsWithAt(pool, start, length, query) ? beginnings : owners).push(owner);
  }
  pickDivisions(search, Uint32Array.from(owners).sort(), () => true, inside);
  const beginning = pickDivisions(
    search,
    Uint32Array.from(beginnings).sort(),
    () => true,
    new RankedPick(search.limit),
  );
  return { beginning: beginning.ordinals(), inside: inside.ordinals() };
}

function firstExtra(postings: Uint32Array, size: number): number {
  let low = 0;
  let high = postings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((postings[middle] ?? 0) < size) low = middle + 1;
    else high = middle;
  }
  return low;
}
