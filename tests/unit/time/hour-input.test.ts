import { describe, expect, it } from 'vitest';
import { hourToBegin, instantAt, isDay, minuteInput, readMinuteInput } from '@/domain/time/hour-input';

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`);

describe('times in forms', () => {
  it('are Beijing time whatever the zone of the machine', () => {
    expect(minuteInput(Date.parse('2022-11-30T16:30:00Z'))).toBe('2022-12-01T00:30');
    expect(readMinuteInput('2022-12-01T00:30')).toBe(Date.parse('2022-11-30T16:30:00Z'));
    expect(readMinuteInput('yesterday')).toBeNull();
  });

  it('take 24时 as the end of the day and refuse days and hours that are none', () => {
    expect(instantAt('2022-12-01', 24)).toBe(at('2022-12-02 00:00'));
    expect(instantAt('2022-12-01', 25)).toBeNull();
    expect(instantAt('2022-02-30', 9)).toBeNull();
    expect([isDay('2020-02-29'), isDay('2022-02-29'), isDay('')]).toEqual([true, false, false]);
  });
});

describe('the hour at which a form proposes to begin', () => {
  it('is the full hour that runs, so that the level holds at once', () => {
    expect(hourToBegin(at('2022-12-01 21:40'), null)).toEqual({ day: '2022-12-01', hour: 21 });
    expect(hourToBegin(at('2022-12-01 21:00'), null)).toEqual({ day: '2022-12-01', hour: 21 });
  });

  it('is 24时 of the day that ends, in the first hour of the next', () => {
    expect(hourToBegin(at('2022-12-02 00:30'), null)).toEqual({ day: '2022-12-01', hour: 24 });
  });

  it('is never before a level may begin', () => {
    expect(hourToBegin(at('2022-12-01 21:40'), at('2022-12-01 21:00') + 1)).toEqual({
      day: '2022-12-01',
      hour: 22,
    });
    expect(hourToBegin(at('2022-12-01 21:40'), at('2022-12-01 21:00'))).toEqual({
      day: '2022-12-01',
      hour: 21,
    });
    expect(hourToBegin(at('2022-12-01 21:40'), at('2022-11-29 16:20'))).toEqual({
      day: '2022-12-01',
      hour: 21,
    });
    expect(hourToBegin(at('2022-12-01 21:40'), at('2022-12-02 07:10'))).toEqual({
      day: '2022-12-02',
      hour: 8,
    });
  });
});
