import { dayNumberOf, type LocalDay } from '@/domain/time/day-number';
import { dayOf, startOfDay } from '@/domain/time/shanghai';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The hours of a day as forms offer them: 0…24, because 24时 ends the day. */
export const HOURS_OF_DAY: readonly number[] = Array.from({ length: 25 }, (_, hour) => hour);

/** Epoch ms of an hour of a Beijing day, 0…24 (24时 ends the day); null when the day or hour is none. */
export function instantAt(day: string, hour: number, minute = 0): number | null {
  if (!isDay(day) || !Number.isInteger(hour) || hour < 0 || hour > 24 || minute < 0 || minute > 59)
    return null;
  return startOfDay(day) + hour * HOUR + minute * MINUTE;
}

/** Whether the text is a calendar day `YYYY-MM-DD` that exists, from 1991-09-16 on. */
export function isDay(day: string): day is LocalDay {
  return dayNumberOf(day) !== null;
}

/** An instant (epoch ms) as a `datetime-local` input writes it, in Beijing time whatever the browser's zone. */
export function minuteInput(epochMs: number): string {
  const day = dayOf(epochMs);
  const minutes = Math.floor((epochMs - startOfDay(day)) / MINUTE);
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Read what a `datetime-local` input holds as Beijing time (epoch ms); null for what is no time. */
export function readMinuteInput(text: string): number | null {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(text);
  return found ? instantAt(found[1] ?? '', Number(found[2]), Number(found[3])) : null;
}

/**
 * The hour at which a form proposes that a level begins: the full hour that runs, so that it holds as soon as it is
 * decided; or the first full hour from `earliest` on, where a level may not begin sooner.
 * @param now @param earliest epoch ms; null where nothing stands in the way
 * @returns a Beijing day and an hour 1…24; midnight is 24时 of the day that ends
 */
export function hourToBegin(now: number, earliest: number | null): { day: LocalDay; hour: number } {
  const running = Math.floor(now / HOUR) * HOUR;
  const begin = earliest === null ? running : Math.max(running, Math.ceil(earliest / HOUR) * HOUR);
  const day = dayOf(begin - 1);
  return { day, hour: (begin - startOfDay(day)) / HOUR };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
