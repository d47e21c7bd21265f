import { instantAt } from '@/domain/time/hour-input';

/**
 * The instant of a calendar hour in Asia/Shanghai. Hour 24 is 0时 of the next day, as bulletins write it.
 * @returns epoch milliseconds; null when there is no such day or hour
 */
export function shanghaiHour(year: number, month: number, day: number, hour: number): number | null {
  const two = (n: number) => String(n).padStart(2, '0');
  return instantAt(`${year}-${two(month)}-${two(day)}`, hour);
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
