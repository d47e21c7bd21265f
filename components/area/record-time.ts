import { addDays, dayOf, startOfDay } from '@/domain/time/shanghai';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** An instant (epoch ms) as a `datetime-local` input writes it, in Beijing time whatever the browser's zone. */
export function beijingInput(at: number): string {
  const day = dayOf(at);
  const minutes = Math.floor((at - startOfDay(day)) / MINUTE);
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Read what a `datetime-local` input holds as Beijing time (epoch ms); null for what is no time. */
export function readBeijing(text: string): number | null {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(text);
  return found ? beijingInstant(found[1] ?? '', Number(found[2]), Number(found[3])) : null;
}

/** Epoch ms of an hour of a Beijing day, 0…24 (24时 ends the day); null when the day or hour is none. */
export function beijingInstant(day: string, hour: number, minute = 0): number | null {
  if (!isDay(day) || !Number.isInteger(hour) || hour < 0 || hour > 24 || minute < 0 || minute > 59)
    return null;
  return startOfDay(day) + hour * HOUR + minute * MINUTE;
}

/** Whether the text is a calendar day `YYYY-MM-DD` that exists. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  try {
    return addDays(day, 0) === day;
  } catch {
    return false;
  }
}

/** The next whole hour after the instant, as a Beijing day and an hour 1…24: levels take effect at an hour. */
export function nextHour(at: number): { day: string; hour: number } {
  const hour = Math.floor((at - startOfDay(dayOf(at))) / HOUR) + 1;
  return { day: dayOf(at), hour };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
