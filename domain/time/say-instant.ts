import { addDays, dayOf, type LocalDay, startOfDay } from '@/domain/time/shanghai';

/** The languages in which instants, days and ages are said. */
export type Language = 'zh' | 'en';

/** The language of a locale such as `zh-CN`; Chinese for every other than English. */
export function languageOf(locale: string): Language {
  return locale === 'en' || locale.startsWith('en-') ? 'en' : 'zh';
}

/** The zone's word, which stands beside a time that stands alone. */
export const ZONE_WORD: Record<Language, string> = { zh: '北京时间', en: 'Beijing time' };

const MINUTE = 60_000;
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

/** Day and time of day in Beijing; `minutes` 1…1440, because midnight belongs to the day that ends. */
interface Moment {
  readonly day: LocalDay;
  readonly minutes: number;
}

/**
 * Midnight is 24时 of the day that ends, always: the levels that end and those that begin there, the rule that counts
 * the day, and the list that closes at that hour must not speak of two days. A moment later it is 0时 of the new day.
 */
function momentOf(epochMs: number): Moment {
  const day = dayOf(epochMs);
  const since = epochMs - startOfDay(day);
  return since === 0
    ? { day: addDays(day, -1), minutes: 1440 }
    : { day, minutes: Math.floor(since / MINUTE) };
}

/**
 * A calendar day as a notice writes it: 12月2日, 2 December.
 * @param beside a day of the same text; the year is written only when it is another. Left out, no year is written.
 */
export function sayDay(day: LocalDay, language: Language, beside: LocalDay = day): string {
  const { year, month, date } = partsOf(day);
  const said = partsOf(beside).year !== year;
  if (language === 'en') return `${date} ${MONTHS[month - 1] ?? ''}${said ? ` ${year}` : ''}`;
  return `${said ? `${year}年` : ''}${month}月${date}日`;
}

/**
 * An instant (epoch ms) as a notice writes it, to the minute: 2022年12月2日24时, 2022年12月3日9时05分; in English, whose
 * readers may be elsewhere, with the zone: 24:00 on 2 December 2022, Beijing time.
 * @param beside an instant of the same page, which names its zone: the year is written only when it is another, and the
 *   zone is left out.
 */
export function sayInstant(epochMs: number, language: Language, beside?: number): string {
  const { day, minutes } = momentOf(epochMs);
  const other = beside === undefined ? null : momentOf(beside).day;
  const date = sayDay(day, language, other ?? day);
  const { year } = partsOf(day);
  if (language === 'en') {
    const whole = other === null ? ` ${year}, ${ZONE_WORD.en}` : '';
    return `${clockText(minutes)} on ${date}${whole}`;
  }
  const minute = minutes % 60;
  const past = minute === 0 ? '' : `${two(minute)}分`;
  return `${other === null ? `${year}年` : ''}${date}${Math.floor(minutes / 60)}时${past}`;
}

/** A whole hour of a day, 0…24, as a notice writes it: 20时, 20:00. */
export function sayHour(hour: number, language: Language): string {
  return language === 'en' ? `${two(hour)}:00` : `${hour}时`;
}

/**
 * An instant (epoch ms) as tables and the clock write it: 2022-12-02 24:00.
 * @param beside an instant of the same page: the year is written only when it is another
 */
export function writeInstant(epochMs: number, beside: number | null = null): string {
  const { day, minutes } = momentOf(epochMs);
  const sameYear = beside !== null && partsOf(momentOf(beside).day).year === partsOf(day).year;
  return `${sameYear ? day.slice(5) : day} ${clockText(minutes)}`;
}

/** The same without the day where it is that of `beside` (epoch ms): 20:58. */
export function writeInstantBrief(epochMs: number, beside: number): string {
  const { day, minutes } = momentOf(epochMs);
  return momentOf(beside).day === day ? clockText(minutes) : writeInstant(epochMs, beside);
}

/** The time of day (epoch ms) as read within `day`: 00:00 where the day begins, 24:00 where it ends. */
export function writeTimeOf(day: LocalDay, epochMs: number): string {
  return clockText(Math.floor((epochMs - startOfDay(day)) / MINUTE));
}

/** An instant (epoch ms) for a file's name: 20221202-2100. */
export function stampOf(epochMs: number): string {
  return writeInstant(epochMs).replaceAll(/[-:]/g, '').replace(' ', '-');
}

/** An instant (epoch ms) for programs, with Beijing's offset: 2022-12-03T00:00:00+08:00. */
export function isoInBeijing(epochMs: number): string {
  const day = dayOf(epochMs);
  const seconds = Math.floor((epochMs - startOfDay(day)) / 1000);
  return `${day}T${clockText(Math.floor(seconds / 60))}:${two(seconds % 60)}+08:00`;
}

function clockText(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function partsOf(day: LocalDay): { year: number; month: number; date: number } {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year: Number(year), month: Number(month), date: Number(date) };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
