import { startOfDay } from '@/domain/time/shanghai';

const HOUR_MS = 3_600_000;

/**
 * The instant of a calendar hour in Asia/Shanghai. Hour 24 is 0时 of the next day, as bulletins write it.
 * @returns epoch milliseconds; null when there is no such day or hour
 */
export function shanghaiHour(year: number, month: number, day: number, hour: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 24) return null;
  return startOfDay(date.toISOString().slice(0, 10)) + hour * HOUR_MS;
}

/**
 * Reads the national list's own hour: `2022-07-01 0时`, `2022-07-09 09时`, `2022-12-02 24时`.
 * @returns epoch milliseconds; null when the text is not of that form
 */
export function parseListHour(text: string): number | null {
  const parts = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s+(\d{1,2})\s*[时時]\s*$/.exec(text);
  if (parts === null) return null;
  return shanghaiHour(Number(parts[1]), Number(parts[2]), Number(parts[3]), Number(parts[4]));
}
