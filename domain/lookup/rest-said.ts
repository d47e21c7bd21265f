import type { Level } from '@/domain/level/level';
import type { DivisionResult } from '@/domain/lookup/types';

/**
 * The level to say of a division's remaining ground; null where each county goes by itself. Where nobody speaks for the
 * whole of a province or prefecture, what remains is unknown, also when some of its counties are spoken for.
 */
export function restSaid({ restLevel, restWhy }: DivisionResult): Level | null {
  return restLevel ?? (restWhy.rule === 'NOT_COVERED' ? 'UNKNOWN' : null);
}
