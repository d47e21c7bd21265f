import { LEVELS, type Level } from '@/domain/level/level';
import type { MapArea, MapCount } from './types';

/** Places of each level, whether drawn by themselves, in a counted symbol or not at all; the legend's numbers. */
export function countLevels(areas: readonly MapArea[], counts: readonly MapCount[]): Record<Level, number> {
  const sums = Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
  for (const { level } of areas) sums[level] += 1;
  for (const { level, count } of counts) sums[level] += count;
  return sums;
}
