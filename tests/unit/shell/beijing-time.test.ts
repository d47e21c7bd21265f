import { describe, expect, it } from 'vitest';
import { ageOf, beijingMinute, beijingShort } from '@/components/shell/beijing-time';

/** 21:00 on 2022-12-01 in Beijing. */
const evening = Date.parse('2022-12-01T13:00:00Z');
const MINUTE = 60_000;

describe('the clock of the top bar', () => {
  it('speaks Beijing time on any machine, also past midnight UTC', () => {
    expect(beijingMinute(evening)).toBe('2022-12-01 21:00');
    expect(beijingMinute(Date.parse('2022-12-31T16:00:00Z'))).toBe('2023-01-01 00:00');
  });

  it('leaves out the day when it is the same, the year when it is the same, and never the hour', () => {
    expect(beijingShort(evening - 2 * MINUTE, evening)).toBe('20:58');
    expect(beijingShort(evening - 24 * 60 * MINUTE, evening)).toBe('11-30 21:00');
    expect(beijingShort(Date.parse('2021-12-31T15:59:00Z'), evening)).toBe('2021-12-31 23:59');
  });

  it('tells an age in the largest unit that is still exact enough', () => {
    expect(ageOf(59_999)).toEqual({ unit: 'minutes', count: 0 });
    expect(ageOf(59 * MINUTE)).toEqual({ unit: 'minutes', count: 59 });
    expect(ageOf(60 * MINUTE)).toEqual({ unit: 'hours', count: 1 });
    expect(ageOf(47 * 60 * MINUTE)).toEqual({ unit: 'hours', count: 47 });
    expect(ageOf(48 * 60 * MINUTE)).toEqual({ unit: 'days', count: 2 });
    expect(ageOf(-5)).toEqual({ unit: 'minutes', count: 0 });
  });
});
