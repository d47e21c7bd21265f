import { expect, it } from 'vitest';
import { sayAge, saySpan } from '@/domain/time/say-age';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

it('an age is told in the largest unit that still tells it well', () => {
  const said = [59_999, 3 * MINUTE, 59 * MINUTE, HOUR, 47 * HOUR, 48 * HOUR, -5];
  expect(said.map((ms) => sayAge(ms, 'zh'))).toEqual([
    '刚刚',
    '3 分钟前',
    '59 分钟前',
    '1 小时前',
    '47 小时前',
    '2 天前',
    '刚刚',
  ]);
  expect(said.map((ms) => sayAge(ms, 'en'))).toEqual([
    'just now',
    '3 minutes ago',
    '59 minutes ago',
    '1 hour ago',
    '47 hours ago',
    '2 days ago',
    'just now',
  ]);
});

it('a length of time is told alike', () => {
  expect([185_000, HOUR, 50 * HOUR].map((ms) => saySpan(ms, 'zh'))).toEqual(['3 分钟', '1 小时', '2 天']);
  expect([MINUTE, HOUR, 50 * HOUR].map((ms) => saySpan(ms, 'en'))).toEqual(['1 minute', '1 hour', '2 days']);
});
