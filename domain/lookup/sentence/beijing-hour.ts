import { Temporal } from 'temporal-polyfill';
import { ZONE } from '@/domain/time/shanghai';

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
];

function inBeijing(epochMs: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(ZONE);
}

/** An instant (epoch ms) as notices write it: 2022年12月1日21时, with minutes only when there are some. */
export function beijingHourZh(epochMs: number): string {
  const time = inBeijing(epochMs);
  const minutes = time.minute === 0 ? '' : `${time.minute}分`;
  return `${time.year}年${time.month}月${time.day}日${time.hour}时${minutes}`;
}

/** The same in English: 1 December 2022, 21:00 Beijing time. */
export function beijingHourEn(epochMs: number): string {
  const time = inBeijing(epochMs);
  const clock = `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
  return `${time.day} ${MONTHS[time.month - 1] ?? ''} ${time.year}, ${clock} Beijing time`;
}
