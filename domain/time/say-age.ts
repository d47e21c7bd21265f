import type { Language } from '@/domain/time/say-instant';

const MINUTE = 60_000;
const UNITS = {
  minutes: { zh: '分钟', en: 'minute' },
  hours: { zh: '小时', en: 'hour' },
  days: { zh: '天', en: 'day' },
} as const;

/** A length of time in the largest unit that tells it well, rounded down: minutes, from 1 hour hours, from 48 days. */
function spanOf(ms: number): { unit: keyof typeof UNITS; count: number } {
  const minutes = Math.max(0, Math.floor(ms / MINUTE));
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) };
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) };
}

/** A length of time (ms) in words: 「3 分钟」, "3 minutes"; less than a minute is 0. Negative ones count as 0. */
export function saySpan(ms: number, language: Language): string {
  const { unit, count } = spanOf(ms);
  const word = UNITS[unit][language];
  return language === 'zh' ? `${count} ${word}` : `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** How long ago (ms) in words: 「3 分钟前」, "3 minutes ago"; less than a minute is 「刚刚」, "just now". */
export function sayAge(ms: number, language: Language): string {
  if (ms < MINUTE) return language === 'zh' ? '刚刚' : 'just now';
  return language === 'zh' ? `${saySpan(ms, 'zh')}前` : `${saySpan(ms, 'en')} ago`;
}
