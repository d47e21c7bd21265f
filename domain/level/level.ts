/**
 * Risk levels of a place. `HIGH` 高, `MEDIUM` 中, `LOW` 低, `ROUTINE` 常态化.
 * `UNKNOWN` 未知 means nothing is known of the place; it is never shown or answered as low.
 */
export const LEVELS = ['HIGH', 'MEDIUM', 'LOW', 'ROUTINE', 'UNKNOWN'] as const;
export type Level = (typeof LEVELS)[number];

/** The levels a headquarters or a list can state about a named place; the others are derived. */
export type StatedLevel = 'HIGH' | 'MEDIUM' | 'LOW';

const SEVERITY: Record<Level, number> = { HIGH: 4, MEDIUM: 3, LOW: 2, ROUTINE: 1, UNKNOWN: 0 };

/**
 * Order two levels by how much they restrict.
 * @returns negative when `a` restricts less than `b`, zero when equal, positive when more.
 */
export function compareLevels(a: Level, b: Level): number {
  return SEVERITY[a] - SEVERITY[b];
}
