import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isoInBeijing,
  languageOf,
  sayDay,
  sayHour,
  sayInstant,
  stampOf,
  writeInstant,
  writeInstantBrief,
  writeTimeOf,
} from '@/domain/time/say-instant';

const at = (iso: string) => Date.parse(iso);
const midnight = at('2022-12-03T00:00:00+08:00');
const evening = at('2022-12-01T21:00:00+08:00');

describe('midnight has one word', () => {
  it('is 24时 of the day that ends, in prose and in tables, in both languages', () => {
    expect(sayInstant(midnight, 'zh')).toBe('2022年12月2日24时');
    expect(sayInstant(midnight, 'en')).toBe('24:00 on 2 December 2022, Beijing time');
    expect(sayInstant(midnight, 'zh', evening)).toBe('12月2日24时');
    expect(sayInstant(midnight, 'en', evening)).toBe('24:00 on 2 December');
    expect(writeInstant(midnight)).toBe('2022-12-02 24:00');
    expect(writeInstantBrief(midnight, at('2022-12-02T09:00:00+08:00'))).toBe('24:00');
    expect(stampOf(midnight)).toBe('20221202-2400');
  });

  it('closes the year as the day', () => {
    const newYear = at('2023-01-01T00:00:00+08:00');
    expect(sayInstant(newYear, 'zh')).toBe('2022年12月31日24时');
    expect(writeInstant(newYear, evening)).toBe('12-31 24:00');
  });

  it('is a day the rule counts: a moment before it is that day, a moment after it the next', () => {
    expect(sayInstant(midnight - 1, 'zh')).toBe('2022年12月2日23时59分');
    expect(sayInstant(midnight + 1, 'zh')).toBe('2022年12月3日0时');
    expect(writeInstant(midnight + 30_000)).toBe('2022-12-03 00:00');
    expect(sayInstant(midnight + 60_000, 'zh')).toBe('2022年12月3日0时01分');
  });

  it('names in prose and in a table the same day and minute of any instant', () => {
    const any = fc.integer({ min: at('1992-01-01T00:00:00Z'), max: at('2100-01-01T00:00:00Z') });
    const near = any.map((ms) => Math.floor(ms / 86_400_000) * 86_400_000 + 57_600_000);
    fc.assert(
      fc.property(fc.oneof(any, near), (ms) => {
        const [, y, m, d, h, min = '0'] =
          /^(\d+)年(\d+)月(\d+)日(\d+)时(?:(\d+)分)?$/.exec(sayInstant(ms, 'zh')) ?? [];
        const [day = '', clock = ''] = writeInstant(ms).split(' ');
        expect([y, m, d, h, min].map(Number)).toEqual([...day.split('-'), ...clock.split(':')].map(Number));
      }),
    );
  });
});

describe('an instant', () => {
  it('is said in Beijing on any machine, minutes only when there are some', () => {
    expect(sayInstant(at('2022-12-01T13:00:00Z'), 'zh')).toBe('2022年12月1日21时');
    expect(sayInstant(at('2022-12-03T01:05:59Z'), 'zh')).toBe('2022年12月3日9时05分');
    expect(sayInstant(at('2022-12-03T01:05:59Z'), 'en')).toBe('09:05 on 3 December 2022, Beijing time');
  });

  it('has its year beside an instant of another year only', () => {
    const last = at('2021-12-31T20:05:00+08:00');
    expect(sayInstant(last, 'zh', evening)).toBe('2021年12月31日20时05分');
    expect(sayInstant(last, 'en', evening)).toBe('20:05 on 31 December 2021');
    expect(writeInstant(at('2022-12-01T12:58:00Z'), evening)).toBe('12-01 20:58');
    expect(writeInstant(at('2022-12-31T17:00:00Z'), evening)).toBe('2023-01-01 01:00');
    expect(writeInstant(at('2021-12-31T17:00:00Z'), evening)).toBe('01-01 01:00');
  });

  it('leaves out the day beside an instant of the same day, and never the hour', () => {
    expect(writeInstantBrief(at('2022-12-01T20:58:00+08:00'), evening)).toBe('20:58');
    expect(writeInstantBrief(at('2022-11-30T21:00:00+08:00'), evening)).toBe('11-30 21:00');
    expect(writeInstantBrief(at('2021-12-31T23:59:00+08:00'), evening)).toBe('2021-12-31 23:59');
  });

  it('is for programs what their own readers take for it', () => {
    expect(isoInBeijing(midnight)).toBe('2022-12-03T00:00:00+08:00');
    expect(isoInBeijing(evening + 61_999)).toBe('2022-12-01T21:01:01+08:00');
    expect(stampOf(evening)).toBe('20221201-2100');
  });

  it('is read within a day from 00:00 to 24:00', () => {
    expect(writeTimeOf('2022-12-03', midnight)).toBe('00:00');
    expect(writeTimeOf('2022-12-02', midnight)).toBe('24:00');
  });

  it('is refused when it is none', () => {
    expect(() => sayInstant(Number.NaN, 'zh')).toThrow(RangeError);
  });
});

it('a day has its year beside a day of another year only', () => {
  expect([sayDay('2022-12-02', 'zh'), sayDay('2022-12-02', 'en')]).toEqual(['12月2日', '2 December']);
  expect(sayDay('2021-12-31', 'zh', '2022-12-01')).toBe('2021年12月31日');
  expect(sayDay('2021-12-31', 'en', '2022-12-01')).toBe('31 December 2021');
});

it('a whole hour is said as notices and as clocks do', () => {
  expect([sayHour(9, 'zh'), sayHour(24, 'zh'), sayHour(9, 'en')]).toEqual(['9时', '24时', '09:00']);
});

it('a locale is Chinese unless it is English', () => {
  expect(['zh-CN', 'en', 'en-GB', 'fr'].map(languageOf)).toEqual(['zh', 'en', 'en', 'zh']);
});
