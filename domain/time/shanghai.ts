import { Temporal } from 'temporal-polyfill';
import {
  dayNumberAt,
  dayNumberOf,
  isDayNumber,
  type LocalDay,
  localDayOf,
  startOfDayNumber,
} from '@/domain/time/day-number';

/** All rules, lists and screens speak Beijing time. */
export const ZONE = 'Asia/Shanghai';

export type { LocalDay };

// Days from 1991-09-16 on are plain arithmetic; older ones, with daylight saving, are left to Temporal.

/**
 * The Shanghai calendar day that holds the instant (epoch milliseconds).
 * @throws RangeError when the number is no instant.
 */
export function dayOf(epochMs: number): LocalDay {
  const n = dayNumberAt(epochMs);
  if (n !== null) return localDayOf(n);
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** Epoch milliseconds of 00:00 of the day in Asia/Shanghai. @throws RangeError when `day` is not an ISO date. */
export function startOfDay(day: LocalDay): number {
  const n = dayNumberOf(day);
  if (n !== null) return startOfDayNumber(n);
  return Temporal.PlainDate.from(day).toZonedDateTime(ZONE).epochMilliseconds;
}

/** The day `days` whole calendar days after `day` (before it when negative). @throws RangeError as `startOfDay`. */
export function addDays(day: LocalDay, days: number): LocalDay {
  const n = dayNumberOf(day);
  if (n !== null && Number.isInteger(days) && isDayNumber(n + days)) return localDayOf(n + days);
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Whole calendar days from `a` to `b`; negative when `b` is earlier. @throws RangeError as `startOfDay`. */
export function daysBetween(a: LocalDay, b: LocalDay): number {
  const from = dayNumberOf(a);
  const to = dayNumberOf(b);
  if (from !== null && to !== null) return to - from;
  return Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'days' }).days;
}
