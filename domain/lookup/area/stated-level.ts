import { compareLevels, type StatedLevel } from '@/domain/level/level';
import type { LevelPeriod } from '@/domain/lookup/types';

/** The stated level at an instant, and since when it has held without a gap (epoch ms). */
export interface StatedNow {
  readonly level: StatedLevel;
  readonly since: number;
}

/** @param periods oldest first, half-open; @returns null when none holds at `at` */
export function statedLevelAt(periods: readonly LevelPeriod[], at: number): StatedNow | null {
  for (let i = periods.length - 1; i >= 0; i--) {
    const period = periods[i];
    if (period === undefined || period.from > at) continue;
    if (period.to !== null && period.to <= at) return null;
    let since = period.from;
    for (let before = i - 1; before >= 0; before--) {
      const earlier = periods[before];
      if (earlier === undefined || earlier.level !== period.level || earlier.to !== since) break;
      since = earlier.from;
    }
    return { level: period.level, since };
  }
  return null;
}

/**
 * The highest stated level in `(from, at]` and when it last held (epoch ms; `at` itself while it stands). Null when
 * nothing was stated in that time.
 */
export function highestStated(
  periods: readonly LevelPeriod[],
  from: number,
  at: number,
): { level: StatedLevel; last: number } | null {
  let best: { level: StatedLevel; last: number } | null = null;
  for (const period of periods) {
    if (period.from > at) break;
    if (period.to !== null && period.to <= from) continue;
    const last = period.to === null || period.to > at ? at : period.to;
    if (best === null || compareLevels(period.level, best.level) >= 0) best = { level: period.level, last };
  }
  return best;
}
