import { dayOf, type LocalDay } from '@/domain/time/shanghai';

const HOUR = 3_600_000;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A day as officials write it without the year: 12月2日. */
export function sayDayZh(day: LocalDay): string {
  const { month, date } = partsOf(day);
  return `${month}月${date}日`;
}

/** A day in English without the year: 2 December. */
export function sayDayEn(day: LocalDay): string {
  const { month, date } = partsOf(day);
  return `${date} ${MONTHS[month - 1] ?? ''}`;
}

/** An instant (epoch ms) to the minute: 2022年12月2日24时, 2022年12月3日9时30分. Midnight is 24时 of the day that ends. */
export function sayInstantZh(epochMs: number): string {
  const { day, hour, minute } = clockOf(epochMs);
  return `${partsOf(day).year}年${sayDayZh(day)}${hour}时${minute === 0 ? '' : `${minute}分`}`;
}

/** The same in English: 24:00 on 2 December 2022 (Beijing time). */
export function sayInstantEn(epochMs: number): string {
  const { day, hour, minute } = clockOf(epochMs);
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return `${time} on ${sayDayEn(day)} ${partsOf(day).year} (Beijing time)`;
}

function partsOf(day: LocalDay): { year: number; month: number; date: number } {
  const [year = '', month = '', date = ''] = day.split('-').slice(-3);
  return { year: Number(year), month: Number(month), date: Number(date) };
}

function clockOf(epochMs: number): { day: LocalDay; hour: number; minute: number } {
  const minutes = Math.floor((((epochMs + 8 * HOUR) % (24 * HOUR)) + 24 * HOUR) / 60_000) % 1440;
  if (minutes === 0) return { day: dayOf(epochMs - HOUR), hour: 24, minute: 0 };
  return { day: dayOf(epochMs), hour: Math.floor(minutes / 60), minute: minutes % 60 };
}
