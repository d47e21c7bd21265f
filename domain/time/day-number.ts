/** A calendar day in Asia/Shanghai as `YYYY-MM-DD`. */
export type LocalDay = string;

const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;

/**
 * First day number of the supported span, 1991-09-16: from that day on Asia/Shanghai has been +08:00 without
 * daylight saving, so a day is arithmetic and needs no zone table.
 */
const FIRST_DAY_NUMBER = Date.UTC(1991, 8, 16) / DAY_MS;
/** Last supported day number, 9999-12-31. */
const LAST_DAY_NUMBER = Date.UTC(9999, 11, 31) / DAY_MS;

/** A calendar day as a whole number: days since 1970-01-01. */
export type DayNumber = number;

/** Whether the day number lies in 1991-09-16 … 9999-12-31. */
export function isDayNumber(n: DayNumber): boolean {
  return n >= FIRST_DAY_NUMBER && n <= LAST_DAY_NUMBER;
}

/** The Shanghai day that holds the instant (epoch ms), or null outside the supported span and for what is no number. */
export function dayNumberAt(epochMs: number): DayNumber | null {
  const n = Math.floor((epochMs + OFFSET_MS) / DAY_MS);
  return isDayNumber(n) ? n : null;
}

/** The day number of a `YYYY-MM-DD`, or null when it is no such date or lies outside the supported span. */
export function dayNumberOf(day: LocalDay): DayNumber | null {
  if (day.length !== 10 || day[4] !== '-' || day[7] !== '-') return null;
  const year = digits(day, 0, 4);
  const month = digits(day, 5, 7);
  const date = digits(day, 8, 10);
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  const n = Date.UTC(year, month - 1, date) / DAY_MS;
  return isDayNumber(n) ? n : null;
}

/** Epoch ms of 00:00 Shanghai of the day. */
export function startOfDayNumber(n: DayNumber): number {
  return n * DAY_MS - OFFSET_MS;
}

/** The day number as `YYYY-MM-DD`. */
export function localDayOf(n: DayNumber): LocalDay {
  const date = new Date(n * DAY_MS);
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/** The day of a date column, which the database's driver hands over as 00:00 UTC of that day. */
export function dayOfColumn(date: Date): LocalDay {
  return localDayOf(Math.floor(date.getTime() / DAY_MS));
}

function two(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The day an instant belongs to when it ends or closes something: 24时 of a day, which is 00:00 of the next, is still that day.
 * Null as `dayNumberAt`.
 */
export function dayNumberUpTo(epochMs: number): DayNumber | null {
  return dayNumberAt(epochMs - 1);
}
