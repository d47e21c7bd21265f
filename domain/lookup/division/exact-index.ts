import { radixOrder } from '@/domain/lookup/radix-order';

/** Terms by the hash of their whole text: `terms[i]` has hash `hashes[i]`; hashes ascend, equal ones in term order. */
export interface ExactIndex {
  readonly hashes: Uint32Array;
  readonly terms: Uint32Array;
}

/** FNV-1a over UTF-16 units `[start, end)`. */
export function hashUnits(pool: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (pool[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** `hashes[i]` belongs to `terms[i]`; both in any order, stable for equal hashes. */
export function buildExactIndex(hashes: Uint32Array, terms: Uint32Array): ExactIndex {
  const positions = Uint32Array.from(hashes.keys());
  const order = radixOrder(positions, (i) => hashes[i] ?? 0);
  return { hashes: order.map((i) => hashes[i] ?? 0), terms: order.map((i) => terms[i] ?? 0) };
}

const NO_TERMS = new Uint32Array(0);

/** Candidate terms with this hash; the caller compares the text. */
export function termsWithHash(index: ExactIndex, hash: number): Uint32Array {
  let low = 0;
  let high = index.hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((index.hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  if (index.hashes[low] !== hash) return NO_TERMS;
  let end = low;
  while (index.hashes[end] === hash) end++;
  return index.terms.subarray(low, end);
}
