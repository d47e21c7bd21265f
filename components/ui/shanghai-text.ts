const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

interface Moment {
  readonly year: string;
  readonly day: string;
  readonly hour: string;
}

function momentOf(epochMs: number): Moment {
  const parts = new Map(FORMAT.formatToParts(epochMs).map(({ type, value }) => [type, value]));
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    year: get('year'),
    day: `${get('month')}-${get('day')}`,
    hour: `${get('hour')}:${get('minute')}`,
  };
}

/**
 * An instant as officers write it, in Asia/Shanghai: `MM-DD HH:mm`, with the year in front when it is not that of `now`.
 * @param epochMs the instant
 * @param now the present instant; null always writes the year
 * @param endOfDay write midnight as 24:00 of the day that ends, as deadlines are
 */
export function shanghaiText(epochMs: number, now: number | null, endOfDay = false): string {
  const moment = momentOf(epochMs);
  const closes = endOfDay && moment.hour === '00:00';
  const { year, day, hour } = closes ? { ...momentOf(epochMs - 1), hour: '24:00' } : moment;
  const sameYear = now !== null && momentOf(now).year === year;
  return `${sameYear ? '' : `${year}-`}${day} ${hour}`;
}
