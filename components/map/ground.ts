import { LEVELS, type Level } from '@/domain/level/level';
import type { DivisionLabels } from './division-labels';
import { isWithin } from './within';

/** What the ground of a county says: its derived level, or nothing, in the foreground or outside home. */
export type Ground = Level | 'home' | 'abroad';

/**
 * Ground of a county. A county of home for which no level is given is unknown, never low.
 * @param levels derived level by county code; null when the map says nothing about the ground
 */
export function groundOf(
  code: string,
  levels: ReadonlyMap<string, Level> | null,
  home: string | null,
  labels: DivisionLabels,
): Ground {
  if (!isWithin(code, home, labels)) return 'abroad';
  if (levels === null) return 'home';
  return levels.get(code) ?? 'UNKNOWN';
}

/** Counties of each ground level, for the legend, in the order of levels; levels without a county left out. */
export function countGrounds(
  codes: readonly string[],
  levels: ReadonlyMap<string, Level>,
  home: string | null,
  labels: DivisionLabels,
): readonly (readonly [Level, number])[] {
  const grounds = codes.map((code) => groundOf(code, levels, home, labels));
  return LEVELS.flatMap((level) => {
    const count = grounds.filter((ground) => ground === level).length;
    return count > 0 ? [[level, count] as const] : [];
  });
}
