import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import { hashUnits, termsWithHash } from '@/domain/lookup/division/exact-index';
import { startsWithAt } from '@/domain/lookup/pool-text';

/** Divisions whose name or short name is exactly the query, and those that have it as an alias; rank order. */
export interface ExactHits {
  readonly named: readonly number[];
  readonly aliased: readonly number[];
}

const NONE: ExactHits = { named: [], aliased: [] };

/** @param text UTF-16 units of a normalised text, of which `[from, to)` is the query */
export function findExact(index: DivisionIndex, text: Uint16Array, from = 0, to = text.length): ExactHits {
  const candidates = termsWithHash(index.exact, hashUnits(text, from, to));
  if (candidates.length === 0) return NONE;
  const query = text.subarray(from, to);
  const named: number[] = [];
  const aliased: number[] = [];
  const { pool, starts, lengths } = index.terms;
  for (const term of candidates) {
    const length = lengths[term] ?? 0;
    if (!startsWithAt(pool, starts[term] ?? 0, length, query)) continue;
    if (term < index.size) {
      const whole = length === query.length || index.shortLengths[term] === query.length;
      if (whole && named[named.length - 1] !== term) named.push(term);
      continue;
    }
    if (length !== query.length) continue;
    const owner = index.extraOwners[term - index.size] ?? 0;
    if (index.extraIsShort[term - index.size] === 1) named.push(owner);
    else aliased.push(owner);
  }
  return { named, aliased };
}
