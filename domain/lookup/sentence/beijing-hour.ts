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

// Beijing time has been UTC+8 all year since 1991; a sentence speaks of nothing older than risk levels. Plain
// arithmetic, because every answer of the look-up tells several instants.
const OFFSET_MS = 8 * 3_600_000;

/** An instant (epoch ms) as notices write it: 2022年12月1日21时, with minutes only when there are some. */
export function beijingHourZh(epochMs: number): string {
  const time = new Date(epochMs + OFFSET_MS);
  const minutes = time.getUTCMinutes() === 0 ? '' : `${time.getUTCMinutes()}分`;
  return `${time.getUTCFullYear()}年${time.getUTCMonth() + 1}月${time.getUTCDate()}日${time.getUTCHours()}时${minutes}`;
}

/** The same in English: 1 December 2022, 21:00 Beijing time. */
export function beijingHourEn(epochMs: number): string {
  const time = new Date(epochMs + OFFSET_MS);
  const clock = `${String(time.getUTCHours()).padStart(2, '0')}:${String(time.getUTCMinutes()).padStart(2, '0')}`;
  const month = MONTHS[time.getUTCMonth()] ?? '';
  return `${time.getUTCDate()} ${month} ${time.getUTCFullYear()}, ${clock} Beijing time`;
}
