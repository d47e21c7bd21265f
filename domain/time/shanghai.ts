import { Temporal } from 'temporal-polyfill';

/** All rules, lists and screens speak Beijing time. */
export const ZONE = 'Asia/Shanghai';

/** A calendar day in Asia/Shanghai as `YYYY-MM-DD`. */
export type LocalDay = string;

/** The Shanghai calendar day that holds the instant (epoch milliseconds). */
export function dayOf(epochMs: number): LocalDay {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** Epoch milliseconds of 00:00 of the day in Asia/Shanghai. @throws RangeError when `day` is not an ISO date. */
export function startOfDay(day: LocalDay): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(ZONE).epochMilliseconds;
}

/** The day `days` whole calendar days after `day` (before it when negative). */
export function addDays(day: LocalDay, days: number): LocalDay {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Whole calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: LocalDay, b: LocalDay): number {
  return Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'days' }).days;
}
