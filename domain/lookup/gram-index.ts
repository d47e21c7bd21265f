/** Posting lists of single characters and neighbouring pairs, ascending, in one array. */
export interface GramIndex {
  readonly mask: number;
  /** Open-addressed keys (`0` is free) and, beside each, the number of its list. */
  readonly keys: Uint32Array;
  readonly lists: Uint32Array;
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
}

/** Where the text of term `t` lies in a shared pool of UTF-16 units. */
export interface Terms {
  readonly pool: Uint16Array;
  readonly starts: Uint32Array;
  readonly lengths: Uint8Array;
}

/** The key of a pair of UTF-16 units; of a single one with `first` 0. */
export function gramKey(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

function slotOf(keys: Uint32Array, mask: number, key: number): number {
  let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}

/** Index every single character and every pair of neighbours of every term. A term stands once in a list. */
export function buildGramIndex(terms: Terms): GramIndex {
  let table = { mask: (1 << 16) - 1, keys: new Uint32Array(1 << 16), lists: new Uint32Array(1 << 16) };
  let known = 0;
  const counts: number[] = [];
  const last: number[] = [];
  const listOf = (key: number): number => {
    let slot = slotOf(table.keys, table.mask, key);
    if (table.keys[slot] === key) return table.lists[slot] ?? 0;
    if ((known + 1) * 2 > table.mask) {
      table = grown(table);
      slot = slotOf(table.keys, table.mask, key);
    }
    table.keys[slot] = key;
    table.lists[slot] = known;
    counts.push(0);
    last.push(-1);
    return known++;
  };
  eachGram(terms, (key, term) => {
    const list = listOf(key);
    if (last[list] === term) return;
    last[list] = term;
    counts[list] = (counts[list] ?? 0) + 1;
  });

  const starts = new Uint32Array(known + 1);
  for (let list = 0; list < known; list++) starts[list + 1] = (starts[list] ?? 0) + (counts[list] ?? 0);
  const postings = new Uint32Array(starts[known] ?? 0);
  const next = starts.slice(0, known);
  last.fill(-1);
  eachGram(terms, (key, term) => {
    const list = listOf(key);
    if (last[list] === term) return;
    last[list] = term;
    const at = next[list] ?? 0;
    postings[at] = term;
    next[list] = at + 1;
  });
  return { ...table, starts, postings };
}

/** The terms that hold the gram, ascending; empty when none does. */
function postingsOf(index: GramIndex, key: number): Uint32Array {
  const slot = slotOf(index.keys, index.mask, key);
  if (index.keys[slot] !== key) return index.postings.subarray(0, 0);
  const list = index.lists[slot] ?? 0;
  return index.postings.subarray(index.starts[list], index.starts[list + 1]);
}

/** The shortest posting list among the grams of `query` (UTF-16 units, at least one). */
export function rarestPostings(index: GramIndex, query: Uint16Array): Uint32Array {
  if (query.length === 1) return postingsOf(index, gramKey(0, query[0] ?? 0));
  let best: Uint32Array | null = null;
  for (let i = 1; i < query.length; i++) {
    const list = postingsOf(index, gramKey(query[i - 1] ?? 0, query[i] ?? 0));
    if (best === null || list.length < best.length) best = list;
  }
  return best ?? index.postings.subarray(0, 0);
}

function eachGram(terms: Terms, visit: (key: number, term: number) => void): void {
  const { pool, starts, lengths } = terms;
  for (let term = 0; term < starts.length; term++) {
    const start = starts[term] ?? 0;
    const end = start + (lengths[term] ?? 0);
    let before = 0;
    for (let at = start; at < end; at++) {
      const unit = pool[at] ?? 0;
      visit(gramKey(0, unit), term);
      if (before !== 0) visit(gramKey(before, unit), term);
      before = unit;
    }
  }
}

function grown(table: { mask: number; keys: Uint32Array; lists: Uint32Array }) {
  const size = (table.mask + 1) * 2;
  const next = { mask: size - 1, keys: new Uint32Array(size), lists: new Uint32Array(size) };
  for (let slot = 0; slot <= table.mask; slot++) {
    const key = table.keys[slot] ?? 0;
    if (key === 0) continue;
    const to = slotOf(next.keys, next.mask, key);
    next.keys[to] = key;
    next.lists[to] = table.lists[slot] ?? 0;
  }
  return next;
}
