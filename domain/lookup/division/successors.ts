import { ordinalOf } from '@/domain/lookup/division/division-codes';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';

/** The divisions themselves, a withdrawn one replaced by those that took its place; each once. */
export function currentOf(index: DivisionIndex, ordinals: readonly number[]): number[] {
  if (ordinals.every((ordinal) => index.withdrawn[ordinal] !== 1)) return [...ordinals];
  const current = new Set<number>();
  for (const ordinal of ordinals) {
    if (index.withdrawn[ordinal] !== 1) current.add(ordinal);
    else for (const successor of successorsOf(index, ordinal)) current.add(successor);
  }
  return [...current];
}

/** Ordinals of the divisions that took a withdrawn one's place; empty when unknown. */
export function successorsOf(index: DivisionIndex, ordinal: number): number[] {
  const codes = index.details.get(ordinal)?.successors ?? [];
  return codes.map((code) => ordinalOf(index, code)).filter((successor) => successor >= 0);
}
