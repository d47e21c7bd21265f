import { describe, expect, it } from 'vitest';
import { decide, type Question } from '@/domain/area/decide';
import type { DayCount, Stage } from '@/domain/policy/types';
import { beijing, designated, found, rules, screened } from './facts';

const ask = (at: number, over: Partial<Question> = {}) =>
  decide({ designations: [designated()], infections: [], rounds: [], ruleSet: rules('r4-10'), at, ...over });

describe('midnight', () => {
  const end = beijing('2022-12-02 00:00');

  it('ends day 5 to the millisecond', () => {
    expect(ask(end - 1).outcome).toBe('STANDS');
    expect(ask(end)).toMatchObject({ outcome: 'LOWER', dueAt: end });
    expect(ask(end + 1)).toMatchObject({ outcome: 'LOWER', dueAt: end });
  });

  it('of a designation at 0时 leaves that whole day to count; one millisecond later does not', () => {
    const zero = beijing('2022-11-27 00:00');
    const release = (validFrom: number) =>
      ask(zero + 1, { designations: [designated({ validFrom })] }).earliestRelease;
    expect(release(zero - 1)).toBe(beijing('2022-12-02 00:00'));
    expect(release(zero)).toBe(beijing('2022-12-02 00:00'));
    expect(release(zero + 1)).toBe(beijing('2022-12-03 00:00'));
  });
});

describe('the calendar', () => {
  it('counts 29 February 2024 as a day', () => {
    const designations = [designated({ validFrom: beijing('2024-02-26 09:00') })];
    const decision = ask(beijing('2024-02-29 12:00'), { designations });
    expect(decision.counting?.days.map((day) => day.day)).toEqual([
      '2024-02-27',
      '2024-02-28',
      '2024-02-29',
      '2024-03-01',
      '2024-03-02',
    ]);
    expect(decision.earliestRelease).toBe(beijing('2024-03-03 00:00'));
  });

  it('counts across the end of a year', () => {
    const designations = [designated({ validFrom: beijing('2022-12-29 09:00') })];
    expect(ask(beijing('2022-12-30 00:00'), { designations }).earliestRelease).toBe(
      beijing('2023-01-04 00:00'),
    );
  });
});

describe('the policy says what starts the count', () => {
  const under = (dayCount: Partial<DayCount>) => {
    const ruleSet = rules('r4-10');
    return { ruleSet: { ...ruleSet, dayCount: { ...ruleSet.dayCount, ...dayCount } } };
  };
  const at = beijing('2022-11-28 12:00');

  it('with the start day counted, day 1 is the day of designation', () => {
    const decision = ask(at, under({ startDayCounts: true }));
    expect(decision.counting?.days[0]).toMatchObject({ index: 1, day: '2022-11-26' });
    expect(decision.earliestRelease).toBe(beijing('2022-12-01 00:00'));
  });

  it('from the last positive alone, days before the designation count, but it falls no sooner than it stood', () => {
    const alone = under({ startEvents: ['LAST_POSITIVE'] });
    const infections = [found('2022-11-24')];
    expect(ask(at, { ...alone, infections }).earliestRelease).toBe(beijing('2022-11-30 00:00'));
    const older = [found('2022-11-10')];
    expect(ask(at, { ...alone, infections: older }).dueAt).toBe(beijing('2022-11-26 20:00'));
    expect(ask(at, alone).missing).toContainEqual({ kind: 'START_EVENT_UNRECORDED', event: 'LAST_POSITIVE' });
  });

  it('from the day the case left, once that is recorded and no infection came after it', () => {
    const left = {
      id: 'm',
      kind: 'CASE_LEFT',
      on: '2022-11-27',
      recordedAt: beijing('2022-11-27 18:00'),
    } as const;
    const policy = under({ startEvents: ['CASE_LEFT'] });
    expect(ask(at, policy)).toMatchObject({
      outcome: 'STANDS',
      earliestRelease: null,
      missing: [{ kind: 'START_EVENT_UNRECORDED', event: 'CASE_LEFT' }],
    });
    expect(ask(at, { ...policy, milestones: [left] }).earliestRelease).toBe(beijing('2022-12-03 00:00'));
    const infections = [found('2022-11-28', { recordedAt: at })];
    expect(ask(at, { ...policy, milestones: [left], infections }).missing).toEqual([
      { kind: 'START_EVENT_UNRECORDED', event: 'CASE_LEFT' },
    ]);
  });

  it('asks a person for the evidence that no record holds', () => {
    const ruleSet = rules('r4-10');
    const evidence = ['ALL_NEGATIVE_ROUND_WITHIN_2_DAYS'] as const;
    const stages = ruleSet.stages.map((stage) => ({ ...stage, evidence }));
    const decision = ask(beijing('2022-12-02 00:00'), { ruleSet: { ...ruleSet, stages } });
    expect(decision.outcome).toBe('NEEDS_EXPERT_DECISION');
    expect(decision.missing).toEqual([{ kind: 'EVIDENCE', evidence: 'ALL_NEGATIVE_ROUND_WITHIN_2_DAYS' }]);
  });
});

describe('a rule set that cannot be acted on', () => {
  const under = (over: Partial<Stage>, at: string) => {
    const ruleSet = rules('r4-10');
    const stages = ruleSet.stages.map((stage) => ({ ...stage, ...over }));
    return ask(beijing(at), { ruleSet: { ...ruleSet, stages } });
  };

  it('leaves the level as it is: no days, or no one level to go down to', () => {
    const broken: Partial<Stage>[] = [
      { days: 0 },
      { days: 5.5 },
      { round: { onDay: 0 } },
      { to: [] },
      { to: ['MEDIUM', 'LOW'] },
    ];
    for (const over of broken) {
      expect(under(over, '2022-12-20 00:00')).toMatchObject({
        outcome: 'STANDS',
        missing: [{ kind: 'RULE_SET_INVALID' }],
      });
    }
  });

  it('but a round asked for after the last required day is waited for', () => {
    const late = { days: 3, round: { onDay: 5 } };
    expect(under(late, '2022-12-20 00:00').round).toMatchObject({
      state: 'MISSING',
      requiredOnDay: '2022-12-01',
    });
    expect(under(late, '2022-11-28 12:00').earliestRelease).toBe(beijing('2022-12-01 00:00'));
  });
});

it('lists 14 days at most after the required ones', () => {
  const decision = ask(beijing('2023-02-20 00:00'), { ruleSet: rules('r3-20') });
  expect(decision.counting?.completed).toBe(85);
  expect(decision.counting?.days.length).toBe(19);
  expect(decision.counting?.days.at(-1)?.day).toBe('2022-12-15');
});

describe('a record that cannot be true', () => {
  const at = beijing('2022-12-02 00:00');
  const r3 = { ruleSet: rules('r3-20') };

  it('of a round is named, and proves nothing', () => {
    const cases = [
      [screened('2022-12-01', { tested: 87 }), 'TESTED_OVER_TARGET'],
      [screened('2022-12-01', { target: 0, tested: 0 }), 'TARGET_NOT_POSITIVE'],
      [screened('2022-12-01', { from: beijing('2022-12-01 13:00') }), 'ENDS_BEFORE_IT_BEGINS'],
      [screened('2022-12-01', { tested: Number.NaN }), 'COUNT_NOT_A_NUMBER'],
      [screened('2022-12-01', { to: Number.NaN }), 'INSTANT_NOT_A_TIME'],
    ] as const;
    for (const [round, fault] of cases) {
      const decision = ask(at, { ...r3, rounds: [round] });
      expect(decision.outcome).toBe('STANDS');
      expect(decision.missing).toContainEqual({
        kind: 'FACT_INVALID',
        fact: 'ROUND',
        id: 's-2022-12-01',
        fault,
      });
      expect(ask(at, { ...r3, rounds: [round, screened('2022-12-01', { roundId: 'good' })] }).outcome).toBe(
        'LOWER',
      );
    }
  });

  it('with a positive in it holds everything back, even where no round is asked for', () => {
    const round = screened('2022-12-01', { from: beijing('2022-12-01 13:00'), positive: 1 });
    expect(ask(at, { rounds: [round] })).toMatchObject({ outcome: 'STANDS', earliestRelease: null });
    const more = screened('2022-12-01', { tested: 1, positive: 2 });
    expect(ask(at, { rounds: [more] }).counting?.startEvent?.day).toBe('2022-12-01');
  });

  it('of an infection holds the count back only if it would reset it', () => {
    const unreadable = { ...found('2022-11-30'), id: 'i-2022-11-31', foundOn: '2022-11-31' };
    const decision = ask(at, { infections: [unreadable] });
    expect(decision).toMatchObject({ outcome: 'STANDS', dueAt: null, earliestRelease: null });
    expect(decision.missing).toEqual([
      { kind: 'FACT_INVALID', fact: 'INFECTION', id: 'i-2022-11-31', fault: 'DAY_NOT_A_DATE' },
    ]);
    expect(ask(at, { infections: [{ ...unreadable, resetsClock: false }] }).outcome).toBe('LOWER');
    expect(ask(at, { infections: [found('2022-12-01', { count: -1 })] }).outcome).toBe('STANDS');
    expect(ask(at, { infections: [found('2022-12-01', { count: 0 })] }).outcome).toBe('LOWER');
  });

  it('of a designation does not stand, and nothing is lowered beside it', () => {
    const backwards = designated({ id: 'd2', validTo: beijing('2022-11-01 00:00') });
    expect(ask(at, { designations: [backwards] })).toMatchObject({ status: null, outcome: 'NONE' });
    expect(ask(at, { designations: [designated(), backwards] })).toMatchObject({
      outcome: 'STANDS',
      missing: [{ kind: 'FACT_INVALID', fact: 'DESIGNATION', id: 'd2', fault: 'ENDS_BEFORE_IT_BEGINS' }],
    });
  });
});
