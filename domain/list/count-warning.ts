import type { StatedLevel } from '@/domain/level/level';
import type { ListWarning } from '@/domain/list/list-warning';

/** The warning that a list's own total of a level is not the number of places found; null when they agree. */
export function countWarning(
  level: StatedLevel,
  stated: number,
  counted: number,
  pointer: string,
): ListWarning | null {
  return stated === counted ? null : { code: 'COUNT_MISMATCH', pointer, level, stated, found: counted };
}
