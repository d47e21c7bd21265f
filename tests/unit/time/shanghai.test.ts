import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, startOfDay } from '@/domain/time/shanghai';

const MIDNIGHT_2_DECEMBER_2022 = Date.UTC(2022, 11, 1, 16);

const zoned = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Asia/Shanghai');

describe('a day is a Beijing calendar day', () => {
  it('begins at 00:00 and ends one millisecond before the next', () => {
    expect(startOfDay('2022-12-02')).toBe(MIDNIGHT_2_DECEMBER_2022);
    expect(dayOf(MIDNIGHT_2_DECEMBER_2022 - 1)).toBe('2022-12-01');
    expect(dayOf(MIDNIGHT_2_DECEMBER_2022)).toBe('2022-12-02');
    expect(dayOf(MIDNIGHT_2_DECEMBER_2022 + 86_399_999)).toBe('2022-12-02');
  });

  it('knows the leap day', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
  });

  it('keeps the daylight saving of 1991 and before', () => {
    expect(startOfDay('1991-07-01')).toBe(Date.UTC(1991, 5, 30, 15));
    expect(startOfDay('1991-12-01')).toBe(Date.UTC(1991, 10, 30, 16));
  });

  it('refuses what is no date', () => {
    for (const day of ['2022-02-30', '2023-02-29', '2022-13-01', 'yesterday', '']) {
      expect(() => startOfDay(day)).toThrow(RangeError);
      expect(() => addDays(day, 1)).toThrow(RangeError);
    }
    expect(() => dayOf(Number.NaN)).toThrow(RangeError);
  });

  it('agrees with Temporal at every instant from 1980 to 9999', () => {
    const instant = fc.oneof(
      fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(9999, 11, 30) }),
      fc.integer({ min: Date.UTC(1991, 8, 10), max: Date.UTC(1991, 8, 20) }),
    );
    fc.assert(
      fc.property(instant, fc.integer({ min: -4000, max: 4000 }), (ms, days) => {
        const date = zoned(ms).toPlainDate();
        const day = dayOf(ms);
        expect(day).toBe(date.toString());
        expect(startOfDay(day)).toBe(zoned(ms).startOfDay().epochMilliseconds);
        const later = date.add({ days });
        if (later.year > 9999) return;
        expect(addDays(day, days)).toBe(later.toString());
        expect(daysBetween(day, later.toString())).toBe(days);
      }),
      { numRuns: 2000 },
    );
  });
});
