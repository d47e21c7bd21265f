import { describe, expect, it } from 'vitest';
import { decide } from '@/domain/area/decide';
import { explain } from '@/domain/area/explain';
import type { InfectionFact, ScreeningFact } from '@/domain/area/types';
import { beijing, designated, excluded, found, rules, screened } from './facts';

// Designated on 26 November at 20:00: day 5 is 1 December, and the level can fall at 24时 of it.
const ask = (at: string, rounds: readonly ScreeningFact[], infections: readonly InfectionFact[] = []) =>
  decide({ designations: [designated()], infections, rounds, ruleSet: rules('r3-20'), at: beijing(at) });

describe('a level falls no earlier than its last condition was met and known', () => {
  const mistaken = found('2022-11-29', { recordedTo: beijing('2022-12-04 10:00') });

  it('where a mistaken infection is withdrawn on day 8: at the hour of the withdrawal, not at 24时 of day 5', () => {
    const round = screened('2022-12-01');
    expect(ask('2022-12-04 09:59', [round], [mistaken]).outcome).toBe('STANDS');
    expect(ask('2022-12-04 10:00', [round], [mistaken])).toMatchObject({
      outcome: 'LOWER',
      dueAt: beijing('2022-12-04 10:00'),
      earliestRelease: beijing('2022-12-04 10:00'),
    });
    const later = ask('2022-12-06 00:00', [round], [mistaken]);
    expect(later.dueAt).toBe(beijing('2022-12-04 10:00'));
    expect(explain(later).zh).toContain('自2022年12月4日10时起降为低风险区');
  });

  it('where the infection is corrected to one that does not count: at the hour of the correction', () => {
    const corrected = { ...excluded('2022-11-29'), id: 'i2', recordedAt: beijing('2022-12-04 10:00') };
    expect(ask('2022-12-05 00:00', [screened('2022-12-01')], [mistaken, corrected]).dueAt).toBe(
      beijing('2022-12-04 10:00'),
    );
  });

  it('where it was withdrawn before the days were full: at 24时 of day 5, which nobody had denied', () => {
    const early = found('2022-11-29', { recordedTo: beijing('2022-11-30 10:00') });
    expect(ask('2022-12-02 00:00', [screened('2022-12-01')], [early]).dueAt).toBe(
      beijing('2022-12-02 00:00'),
    );
  });

  it('where the round was corrected from short to whole: at the hour of the correction', () => {
    const turn = beijing('2022-12-03 15:30');
    const short = screened('2022-12-01', { tested: 76, recordedTo: turn });
    const whole = screened('2022-12-01', { id: 's2', recordedAt: turn });
    expect(ask('2022-12-03 15:29', [short, whole]).round).toMatchObject({ state: 'INCOMPLETE', tested: 76 });
    expect(ask('2022-12-04 00:00', [short, whole]).dueAt).toBe(turn);
  });

  it('where a whole round was corrected in what decides nothing: when it was first whole and known', () => {
    const turn = beijing('2022-12-03 15:30');
    const first = screened('2022-12-01', { recordedTo: turn });
    const again = screened('2022-12-01', { id: 's2', to: beijing('2022-12-01 12:30'), recordedAt: turn });
    expect(ask('2022-12-04 00:00', [first, again]).dueAt).toBe(beijing('2022-12-02 00:00'));
  });

  it('where a positive is explained late by a record that does not count: at the hour of that record', () => {
    const positive = screened('2022-11-29', { positive: 1 });
    const carried = { ...excluded('2022-11-29'), recordedAt: beijing('2022-12-03 09:00') };
    expect(ask('2022-12-04 00:00', [positive, screened('2022-12-01')], [carried]).dueAt).toBe(
      beijing('2022-12-03 09:00'),
    );
  });

  it('where an infection was recorded after the conditions were met and withdrawn again: at the withdrawal', () => {
    const short = found('2022-12-02', {
      recordedAt: beijing('2022-12-02 08:00'),
      recordedTo: beijing('2022-12-02 09:00'),
    });
    expect(ask('2022-12-02 10:00', [screened('2022-12-01')], [short]).dueAt).toBe(
      beijing('2022-12-02 09:00'),
    );
  });
});

describe('a round whose parts add up to more than there are people', () => {
  const whole = { roundId: 'r', target: 245 };
  const first = screened('2022-12-01', { ...whole, id: 'first', tested: 207 });
  const cumulative = screened('2022-12-01', {
    ...whole,
    id: 'second',
    tested: 245,
    recordedAt: beijing('2022-12-01 19:00'),
  });

  it('is a fault with its name and never complete: 207 and then the cumulative 245 of 245', () => {
    const decision = ask('2022-12-02 08:00', [first, cumulative]);
    expect(decision.outcome).toBe('STANDS');
    expect(decision.round).toMatchObject({ state: 'INCOMPLETE', target: 245, tested: 0 });
    expect(decision.missing).toContainEqual({
      kind: 'FACT_INVALID',
      fact: 'ROUND',
      id: 'second',
      fault: 'SUM_OVER_TARGET',
    });
    expect(explain(decision).zh).toContain('所在一轮的合计已检人数多于应检人数，须先更正，目前仍为高风险区');
  });

  it('is complete once the part is corrected to what was tested this time', () => {
    const turn = beijing('2022-12-02 09:00');
    const mended = { ...cumulative, id: 'third', tested: 38, recordedAt: turn };
    const rounds = [first, { ...cumulative, recordedTo: turn }, mended];
    expect(ask('2022-12-02 09:30', rounds)).toMatchObject({ outcome: 'LOWER', dueAt: turn });
  });

  it('does not hinder another round that is whole', () => {
    const again = screened('2022-12-02', { target: 245, tested: 245 });
    expect(ask('2022-12-03 00:00', [first, cumulative, again]).outcome).toBe('LOWER');
  });
});
