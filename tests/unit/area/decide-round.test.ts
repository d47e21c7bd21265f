import { describe, expect, it } from 'vitest';
import { decide } from '@/domain/area/decide';
import type { InfectionFact, ScreeningFact } from '@/domain/area/types';
import { beijing, designated, excluded, found, rules, screened } from './facts';

// Designated 26 November 20时: day 4 is 30 November, day 5 is 1 December.
const ask = (at: string, rounds: ScreeningFact[], infections: InfectionFact[] = []) =>
  decide({ designations: [designated()], infections, rounds, ruleSet: rules('r3-20'), at: beijing(at) });

describe('the round of day 5', () => {
  it('is awaited until day 5 is over, then missing, and the area stands', () => {
    expect(ask('2022-12-01 23:59', []).round.state).toBe('AHEAD');
    const decision = ask('2022-12-03 10:00', []);
    expect(decision).toMatchObject({ outcome: 'STANDS', dueAt: null });
    expect(decision.round.state).toBe('MISSING');
    expect(decision.counting?.completed).toBe(6);
    expect(decision.missing).toEqual([
      { kind: 'ROUND', state: 'MISSING', onDay: '2022-12-01', persons: null, positive: 0 },
    ]);
    expect(decision.earliestRelease).toBe(beijing('2022-12-03 10:00'));
  });

  it('lacks 6 people when 80 of 86 were tested', () => {
    const decision = ask('2022-12-02 00:00', [screened('2022-12-01', { tested: 80 })]);
    expect(decision.outcome).toBe('STANDS');
    expect(decision.missing).toEqual([
      { kind: 'ROUND', state: 'INCOMPLETE', onDay: '2022-12-01', persons: 6, positive: 0 },
    ]);
  });

  it('a day early does not count', () => {
    const decision = ask('2022-12-02 00:00', [screened('2022-11-30')]);
    expect(decision.outcome).toBe('STANDS');
    expect(decision.round).toMatchObject({ state: 'EARLY', target: 86, tested: 86 });
    expect(decision.missing).toEqual([
      { kind: 'ROUND', state: 'EARLY', onDay: '2022-12-01', persons: 86, positive: 0 },
    ]);
  });

  it('counts only what was sampled from 00:00 of day 5 on', () => {
    const midnight = beijing('2022-12-01 00:00');
    const round = (from: number) => [screened('2022-12-01', { from })];
    expect(ask('2022-12-02 00:00', round(midnight - 1)).round.state).toBe('EARLY');
    expect(ask('2022-12-02 00:00', round(midnight)).outcome).toBe('LOWER');
    expect(ask('2022-12-02 00:00', round(midnight + 1)).outcome).toBe('LOWER');
  });

  it('in two parts adds up to the largest target stated', () => {
    const morning = screened('2022-12-01', { id: 'a', roundId: 'r', target: 60, tested: 60 });
    const evening = screened('2022-12-01', { id: 'b', roundId: 'r', target: 86, tested: 26 });
    expect(ask('2022-12-02 00:00', [morning]).outcome).toBe('LOWER');
    expect(ask('2022-12-02 00:00', [morning, evening]).outcome).toBe('LOWER');
    const fewer = ask('2022-12-02 00:00', [morning, { ...evening, tested: 25 }]);
    expect(fewer.round).toMatchObject({ state: 'INCOMPLETE', target: 86, tested: 85 });
  });

  it('with one part a day early lacks the people of that part', () => {
    const early = screened('2022-11-30', { roundId: 'r', tested: 50 });
    const onTime = screened('2022-12-01', { roundId: 'r', tested: 36 });
    expect(ask('2022-12-02 00:00', [early, onTime]).missing).toEqual([
      { kind: 'ROUND', state: 'INCOMPLETE', onDay: '2022-12-01', persons: 50, positive: 0 },
    ]);
  });

  it('completed on a later day lowers when its last part is sampled and recorded', () => {
    const first = screened('2022-12-01', { id: 'a', roundId: 'r', tested: 80 });
    const rest = screened('2022-12-03', { id: 'b', roundId: 'r', tested: 6 });
    expect(ask('2022-12-03 17:59', [first, rest]).outcome).toBe('STANDS');
    const decision = ask('2022-12-03 18:00', [first, rest]);
    expect(decision).toMatchObject({ outcome: 'LOWER', dueAt: beijing('2022-12-03 18:00') });
  });

  it('recorded while still being sampled lowers when the sampling ends', () => {
    const round = screened('2022-12-03', { recordedAt: beijing('2022-12-03 10:00') });
    const decision = ask('2022-12-03 11:00', [round]);
    expect(decision).toMatchObject({ outcome: 'STANDS', earliestRelease: beijing('2022-12-03 12:00') });
    expect(decision.missing).toEqual([{ kind: 'ROUND_ENDS_LATER', at: beijing('2022-12-03 12:00') }]);
    expect(ask('2022-12-03 12:00', [round]).dueAt).toBe(beijing('2022-12-03 12:00'));
  });

  it('of day 5 recorded late lowers when it is recorded', () => {
    const round = screened('2022-12-01', { recordedAt: beijing('2022-12-02 09:30') });
    expect(ask('2022-12-02 09:29', [round]).round.state).toBe('MISSING');
    expect(ask('2022-12-02 12:00', [round]).dueAt).toBe(beijing('2022-12-02 09:30'));
  });

  it('sampled while an earlier count was running says nothing of the new one', () => {
    const decision = ask('2022-12-05 00:00', [screened('2022-12-01')], [found('2022-12-02')]);
    expect(decision.round).toMatchObject({ state: 'AHEAD', requiredOnDay: '2022-12-07', target: null });
  });

  it('does not count a later infected round against an earlier whole one', () => {
    const rounds = [screened('2022-12-01'), screened('2022-12-02', { tested: 40 })];
    expect(ask('2022-12-03 00:00', rounds)).toMatchObject({
      outcome: 'LOWER',
      dueAt: beijing('2022-12-02 00:00'),
    });
  });
});

describe('a positive in a round', () => {
  const positive = screened('2022-12-01', { positive: 1 });

  it('is a new infection of the sampling day and starts the count anew', () => {
    const decision = ask('2022-12-02 00:00', [positive]);
    expect(decision.outcome).toBe('STANDS');
    expect(decision.counting?.startEvent).toEqual({ kind: 'LAST_POSITIVE', day: '2022-12-01', at: null });
    expect(decision.counting?.days[0]).toMatchObject({ state: 'BROKEN', infectionsCounted: 1, positive: 1 });
    expect(decision.earliestRelease).toBe(beijing('2022-12-07 00:00'));
  });

  it('that a record of the same day carries follows that record', () => {
    const decision = ask('2022-12-02 00:00', [positive], [excluded('2022-12-01')]);
    expect(decision.counting?.completed).toBe(5);
    expect(decision.round.state).toBe('POSITIVE');
    expect(decision.missing).toEqual([
      { kind: 'ROUND', state: 'POSITIVE', onDay: '2022-12-01', persons: 86, positive: 1 },
    ]);
  });

  it('starts the count anew when the record carries fewer people', () => {
    const two = screened('2022-12-01', { positive: 2 });
    expect(ask('2022-12-02 00:00', [two], [excluded('2022-12-01')]).counting?.startEvent?.day).toBe(
      '2022-12-01',
    );
  });

  it('is made good by another whole round that is all negative', () => {
    const again = screened('2022-12-02');
    const decision = ask('2022-12-03 00:00', [positive, again], [excluded('2022-12-01')]);
    expect(decision).toMatchObject({ outcome: 'LOWER', dueAt: beijing('2022-12-02 18:00') });
  });

  it('in sampling that ends at 24时 belongs to the day that ends', () => {
    const untilMidnight = {
      ...positive,
      to: beijing('2022-12-02 00:00'),
      recordedAt: beijing('2022-12-02 08:00'),
    };
    expect(ask('2022-12-02 08:00', [untilMidnight]).counting?.startEvent?.day).toBe('2022-12-01');
  });
});
