import { compareLevels, type Level } from '@/domain/level/level';
import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import { type AreaIndex, entryAt } from '@/domain/lookup/area/area-index';
import { levelOfArea } from '@/domain/lookup/area/level-of-area';
import { levelOfDivision } from '@/domain/lookup/area/level-of-division';
import { rollUpAt } from '@/domain/lookup/area/roll-up-at';
import type { DayLevel } from '@/domain/lookup/sheet/sheet';
import type { LevelPeriod } from '@/domain/lookup/types';
import { addDays, dayOf, startOfDay } from '@/domain/time/shanghai';

/**
 * The highest level of each of the last `count` calendar days of an area, the day of `at` (epoch ms) the last and only
 * up to `at`. A day without a statement has the level of the ground at its end.
 */
export function daysOfArea(index: AreaIndex, entry: AreaEntry, at: number, count: number): DayLevel[] {
  const days = calendarDays(at, count);
  const stated = new Map<string, Level>();
  mark(stated, days, entry.area.periods);
  return days.map(({ day, last }) => ({
    day,
    level: stated.get(day) ?? levelOfArea(index, entry, last).level,
  }));
}

/** The same for a division: the highest that stood inside on each day, else the level of its ground at the day's end. */
export function daysOfDivision(index: AreaIndex, ordinal: number, at: number, count: number): DayLevel[] {
  const days = calendarDays(at, count);
  const stated = new Map<string, Level>();
  for (const slot of rollUpAt(index, ordinal, at)?.slots ?? []) {
    const periods = entryAt(index, slot)?.area.periods ?? [];
    mark(
      stated,
      days,
      periods.filter((period) => period.level !== 'LOW'),
    );
  }
  return days.map(({ day, last }) => {
    const inside = stated.get(day) ?? 'UNKNOWN';
    if (inside === 'HIGH') return { day, level: inside };
    const ground = levelOfDivision(index, ordinal, last).level;
    return { day, level: compareLevels(inside, ground) >= 0 ? inside : ground };
  });
}

interface CalendarDay {
  readonly day: string;
  readonly first: number;
  /** The last instant of it that is asked about. */
  readonly last: number;
}

function calendarDays(at: number, count: number): CalendarDay[] {
  const today = dayOf(at);
  return Array.from({ length: count }, (_, i) => {
    const day = addDays(today, i - count + 1);
    return { day, first: startOfDay(day), last: Math.min(at, startOfDay(addDays(day, 1)) - 1) };
  });
}

function mark(
  levels: Map<string, Level>,
  days: readonly CalendarDay[],
  periods: readonly LevelPeriod[],
): void {
  for (const period of periods) {
    for (const { day, first, last } of days) {
      if (period.from > last || (period.to !== null && period.to <= first)) continue;
      const known = levels.get(day);
      if (known === undefined || compareLevels(period.level, known) > 0) levels.set(day, period.level);
    }
  }
}
