import { type DivisionSearch, pickDivisions, pickOfKind } from '@/domain/lookup/division/division-search';
import { RankedPick } from '@/domain/lookup/division/ranked-pick';
import { SORTED_DEPTH } from '@/domain/lookup/division/sort-within-kinds';
import { comparePrefix, startsWithAt } from '@/domain/lookup/pool-text';

/** A sorted column of texts: `sorted` lists ordinals by text inside each kind. */
interface SortedTexts {
  readonly sorted: Uint32Array;
  readonly pool: Uint16Array | Uint8Array;
  startOf(ordinal: number): number;
  lengthOf(ordinal: number): number;
  readonly depth: number;
}

// Above this many texts with the same beginning, walking all divisions in rank order meets enough of them sooner.
const DENSE = 8192;

/** Divisions whose name begins with the query (normalised UTF-16 units). */
export function findNameBeginning(search: DivisionSearch, query: Uint16Array): number[] {
  const { terms, byName } = search.index;
  const texts: SortedTexts = {
    sorted: byName,
    pool: terms.pool,
    startOf: (ordinal) => terms.starts[ordinal] ?? 0,
    lengthOf: (ordinal) => terms.lengths[ordinal] ?? 0,
    depth: SORTED_DEPTH.units,
  };
  const pick = new RankedPick(search.limit);
  findBeginning(search, texts, query, pick);
  return pick.ordinals();
}

/** Divisions whose pinyin or whose initials begin with the query (`a–z0–9`, ASCII). */
export function findLatinBeginning(search: DivisionSearch, query: Uint8Array): number[] {
  const { latin, latinStarts, pinyinLengths, initialsLengths, byPinyin, byInitials } = search.index;
  const pinyin: SortedTexts = {
    sorted: byPinyin,
    pool: latin,
    startOf: (ordinal) => latinStarts[ordinal] ?? 0,
    lengthOf: (ordinal) => pinyinLengths[ordinal] ?? 0,
    depth: SORTED_DEPTH.latin,
  };
  const initials: SortedTexts = {
    ...pinyin,
    sorted: byInitials,
    startOf: (ordinal) => (latinStarts[ordinal] ?? 0) + (pinyinLengths[ordinal] ?? 0),
    lengthOf: (ordinal) => initialsLengths[ordinal] ?? 0,
  };
  const pick = new RankedPick(search.limit);
  findBeginning(search, pinyin, query, pick);
  findBeginning(search, initials, query, pick);
  return pick.ordinals();
}

function findBeginning(
  search: DivisionSearch,
  texts: SortedTexts,
  query: Uint16Array | Uint8Array,
  pick: RankedPick,
): void {
  const test = (ordinal: number): boolean =>
    startsWithAt(texts.pool, texts.startOf(ordinal), texts.lengthOf(ordinal), query);
  for (let kind = 0; kind < 6; kind++) {
    if (pick.full) return;
    const from = search.index.kindStarts[kind] ?? 0;
    const to = search.index.kindStarts[kind + 1] ?? 0;
    const low = firstAtLeast(texts, from, to, query, 0);
    const high = firstAtLeast(texts, low, to, query, 1);
    if (low === high) continue;
    // The sort looked at `depth` units: a query no longer than that needs no second look.
    const again = query.length > texts.depth ? test : null;
    if (high - low <= DENSE) pickOfKind(search, texts.sorted.subarray(low, high), kind, again, pick);
    else pickDivisions(search, search.index.ordinals.subarray(from, to), test, pick);
  }
}

/** First position whose text compares with the query's beginning as at least `sign` (0: not before; 1: behind). */
function firstAtLeast(
  texts: SortedTexts,
  from: number,
  to: number,
  query: Uint16Array | Uint8Array,
  sign: number,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const ordinal = texts.sorted[middle] ?? 0;
    const order = comparePrefix(
      texts.pool,
      texts.startOf(ordinal),
      texts.lengthOf(ordinal),
      query,
      texts.depth,
    );
    if (Math.sign(order) < sign) low = middle + 1;
    else high = middle;
  }
  return low;
}
