import { dayOf } from '@/domain/time/shanghai';

const HOUR_MS = 3_600_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * An instant in Beijing time as notices write it: 「11月26日20时」, minutes only when there are some, the year only when
 * it is not that of `now`; English 「26 Nov 20:00」.
 * @param epochMs the instant
 * @param now the present instant, epoch ms
 * @param endOfDay midnight as 24时 of the day that ends, as deadlines are
 */
export function hourText(epochMs: number, now: number, locale: string, endOfDay = false): string {
  const minutes = Math.floor(((epochMs + 8 * HOUR_MS) % (24 * HOUR_MS)) / 60_000);
  const closes = endOfDay && minutes === 0;
  const day = dayText(dayOf(closes ? epochMs - 1 : epochMs), dayOf(now), locale);
  const hour = closes ? 24 : Math.floor(minutes / 60);
  const minute = minutes % 60;
  if (locale === 'en') return `${day} ${two(hour)}:${two(minute)}`;
  return `${day}${hour}时${minute === 0 ? '' : `${two(minute)}分`}`;
}

/** A calendar day (`YYYY-MM-DD`): 「11月26日」, `26 Nov`; the year only when it is not that of `today`. */
export function dayText(day: string, today: string, locale: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const same = today.startsWith(`${year}-`);
  if (locale === 'en') return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''}${same ? '' : ` ${year}`}`;
  return `${same ? '' : `${year}年`}${Number(month)}月${Number(date)}日`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
