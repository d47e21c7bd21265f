import { describe, expect, it } from 'vitest';
import { decide, type Question } from '@/domain/area/decide';
import { beijing, designated, excluded, found, rules, screened } from './facts';

const ask = (at: string, over: Partial<Question> = {}) =>
  decide({
    designations: [designated()],
    infections: [],
    rounds: [],
    ruleSet: rules('r3-20'),
    at: beijing(at),
    ...over,
  });

describe('二十条: 连续5天未发现新增感染者,且第5天完成一轮核酸筛查均为阴性,降为低风险区', () => {
  it('counts whole days after the designation of 26 November 20时: day 5 is 1 December', () => {
    const decision = ask('2022-11-30 21:00');
    expect(decision.counting?.startEvent).toEqual({
      kind: 'DESIGNATION',
      day: '2022-11-26',
      at: beijing('2022-11-26 20:00'),
    });
    expect(decision.counting?.days.map(({ index, day, state }) => [index, day, state])).toEqual([
      [1, '2022-11-27', 'CLEAR'],
      [2, '2022-11-28', 'CLEAR'],
      [3, '2022-11-29', 'CLEAR'],
      [4, '2022-11-30', 'RUNNING'],
      [5, '2022-12-01', 'AHEAD'],
    ]);
    expect(decision.counting?.completed).toBe(3);
    expect(decision.missing).toEqual([
      { kind: 'DAYS', remaining: 2 },
      { kind: 'ROUND', state: 'AHEAD', onDay: '2022-12-01', persons: null, positive: 0 },
    ]);
    expect(decision.earliestRelease).toBe(beijing('2022-12-02 00:00'));
    expect(decision).toMatchObject({ status: 'HIGH', outcome: 'STANDS', dueAt: null, to: 'LOW' });
  });

  it('falls at 24时 of day 5, not during it', () => {
    const rounds = [screened('2022-12-01')];
    expect(ask('2022-12-01 23:59', { rounds }).outcome).toBe('STANDS');
    const decision = ask('2022-12-02 00:00', { rounds });
    expect(decision).toMatchObject({ outcome: 'LOWER', to: 'LOW', missing: [] });
    expect(decision.dueAt).toBe(beijing('2022-12-02 00:00'));
    expect(decision.round).toEqual({
      state: 'COMPLETE',
      target: 86,
      tested: 86,
      positive: 0,
      requiredOnDay: '2022-12-01',
    });
  });

  it('begins anew the day after a new infection, on whichever day of the window it is found', () => {
    const expected = {
      '2022-11-27': '2022-12-03 00:00',
      '2022-11-28': '2022-12-04 00:00',
      '2022-11-29': '2022-12-05 00:00',
      '2022-11-30': '2022-12-06 00:00',
      '2022-12-01': '2022-12-07 00:00',
    };
    for (const [day, release] of Object.entries(expected)) {
      const decision = ask('2022-12-02 00:00', {
        infections: [found(day)],
        rounds: [screened('2022-12-01')],
      });
      expect(decision.outcome).toBe('STANDS');
      expect(decision.earliestRelease).toBe(beijing(release));
      expect(decision.counting?.days[0]).toMatchObject({
        index: 0,
        day,
        state: 'BROKEN',
        infectionsCounted: 1,
      });
    }
  });

  it('lets the last of several infections rule', () => {
    const infections = [found('2022-11-29'), found('2022-11-27')];
    expect(ask('2022-11-30 09:00', { infections }).counting?.startEvent).toEqual({
      kind: 'LAST_POSITIVE',
      day: '2022-11-29',
      at: null,
    });
  });

  it('does not begin anew for an infection before, or on the day of, the designation', () => {
    const infections = [found('2022-11-24'), found('2022-11-26')];
    expect(ask('2022-11-30 09:00', { infections }).counting?.startEvent?.kind).toBe('DESIGNATION');
  });

  it('shows an infection found in home isolation without breaking the count', () => {
    const decision = ask('2022-12-02 00:00', {
      infections: [excluded('2022-11-29')],
      rounds: [screened('2022-12-01')],
    });
    expect(decision.outcome).toBe('LOWER');
    expect(decision.counting?.days[2]).toMatchObject({
      day: '2022-11-29',
      state: 'CLEAR',
      infectionsCounted: 0,
      infectionsExcluded: 1,
    });
  });

  it('counts a late record from the day the infection was found, and knows nothing of it before', () => {
    const late = found('2022-11-28', { recordedAt: beijing('2022-11-30 10:00') });
    expect(ask('2022-11-30 09:59', { infections: [late] }).counting?.completed).toBe(3);
    const told = ask('2022-11-30 10:00', { infections: [late] });
    expect(told.counting?.completed).toBe(1);
    expect(told.earliestRelease).toBe(beijing('2022-12-04 00:00'));
  });
});

describe('other rule sets', () => {
  const at30 = { ruleSet: rules('r4-10'), rounds: [] };

  it('新十条 releases after 5 days without a round', () => {
    expect(ask('2022-12-02 00:00', at30)).toMatchObject({ outcome: 'LOWER', to: 'LOW' });
    expect(ask('2022-12-01 23:59', at30).outcome).toBe('STANDS');
  });

  it('2020: high is never lowered by itself; after 14 days experts choose medium or low', () => {
    const ruleSet = rules('r0-2020-11');
    expect(ask('2022-12-10 23:59', { ruleSet }).outcome).toBe('STANDS');
    const decision = ask('2022-12-11 00:00', { ruleSet });
    expect(decision).toMatchObject({ outcome: 'NEEDS_EXPERT_DECISION', to: null });
    expect(decision.missing).toEqual([{ kind: 'EXPERT_DECISION' }]);
    expect(decision.dueAt).toBe(beijing('2022-12-11 00:00'));
  });

  it('2020: medium falls to low after 14 days', () => {
    const decision = ask('2022-12-11 00:00', {
      ruleSet: rules('r0-2020-11'),
      designations: [designated({ status: 'MEDIUM' })],
    });
    expect(decision).toMatchObject({ outcome: 'LOWER', to: 'LOW' });
  });

  it('第九版: high falls to medium after 7 days and a day-7 round', () => {
    const ruleSet = rules('r2-9th');
    const rounds = [screened('2022-12-03')];
    expect(ask('2022-12-04 00:00', { ruleSet, rounds })).toMatchObject({ outcome: 'LOWER', to: 'MEDIUM' });
    expect(ask('2022-12-04 00:00', { ruleSet }).round.state).toBe('MISSING');
  });

  it('第九版: a medium that the rule made out of high needs 3 more days and no round', () => {
    const fall = beijing('2022-12-04 00:00');
    const designations = [
      designated({ id: 'd0', validTo: fall }),
      designated({ status: 'MEDIUM', validFrom: fall, cause: 'LOWERED_BY_RULE' }),
    ];
    const ruleSet = rules('r2-9th');
    const before = ask('2022-12-06 23:59', { ruleSet, designations });
    expect(before).toMatchObject({ outcome: 'STANDS', since: fall });
    expect(before.counting?.days.map((day) => day.day)).toEqual(['2022-12-04', '2022-12-05', '2022-12-06']);
    expect(ask('2022-12-07 00:00', { ruleSet, designations })).toMatchObject({ outcome: 'LOWER', to: 'LOW' });
  });

  it('第九版: a medium designated as such, or lowered by decision, needs 7 days and the round', () => {
    const ruleSet = rules('r2-9th');
    const fall = beijing('2022-11-26 20:00');
    const direct = [designated({ status: 'MEDIUM' })];
    const decided = [
      designated({ id: 'd0', validFrom: beijing('2022-11-20 08:00'), validTo: fall }),
      designated({ status: 'MEDIUM', cause: 'LOWERED_BY_DECISION' }),
    ];
    const fromLow = [
      designated({ id: 'd0', status: 'LOW', validFrom: beijing('2022-11-20 08:00'), validTo: fall }),
      designated({ status: 'MEDIUM', cause: 'LOWERED_BY_RULE' }),
    ];
    for (const designations of [direct, decided, fromLow]) {
      const decision = ask('2022-12-04 00:00', { ruleSet, designations });
      expect(decision.counting?.required).toBe(7);
      expect(decision.round.state).toBe('MISSING');
    }
  });

  it('第八版 rules zones: a level is not its matter', () => {
    const decision = ask('2022-12-20 00:00', { ruleSet: rules('r1-8th') });
    expect(decision.outcome).toBe('STANDS');
    expect(decision.missing).toEqual([{ kind: 'LEVEL_NOT_IN_RULE_SET', level: 'HIGH' }]);
  });

  it('二十条 knows no medium', () => {
    const decision = ask('2022-12-20 00:00', { designations: [designated({ status: 'MEDIUM' })] });
    expect(decision.missing).toEqual([{ kind: 'LEVEL_NOT_IN_RULE_SET', level: 'MEDIUM' }]);
  });
});

describe('what stands', () => {
  it('is unknown, never low, before a designation begins and after it ended', () => {
    const designations = [designated({ validTo: beijing('2022-12-05 09:00') })];
    const before = ask('2022-11-26 19:59', { designations });
    expect(before).toMatchObject({ status: null, outcome: 'NONE', startsAt: beijing('2022-11-26 20:00') });
    expect(ask('2022-11-26 20:00', { designations }).status).toBe('HIGH');
    const after = ask('2022-12-05 09:00', { designations });
    expect(after).toMatchObject({ status: null, outcome: 'NONE', endedAt: beijing('2022-12-05 09:00') });
    expect(ask('2022-12-05 09:00', { designations: [] }).status).toBeNull();
  });

  it('is low after a fall, and nothing is left to decide', () => {
    const fall = beijing('2022-12-02 00:00');
    const designations = [
      designated({ id: 'd0', validTo: fall }),
      designated({ status: 'LOW', validFrom: fall, cause: 'LOWERED_BY_RULE' }),
    ];
    expect(ask('2022-12-02 00:00', { designations })).toMatchObject({
      status: 'LOW',
      since: fall,
      cause: 'LOWERED_BY_RULE',
      outcome: 'NONE',
      missing: [],
    });
  });

  it('keeps its count when the same level is pinned to the next rule set in mid-count', () => {
    const change = beijing('2022-11-29 00:00');
    const designations = [
      designated({ id: 'd0', policyId: 'r2-9th', validTo: change }),
      designated({ id: 'd1', validFrom: change, cause: 'CORRECTED' }),
    ];
    const decision = ask('2022-12-01 12:00', { designations });
    expect(decision).toMatchObject({ designationId: 'd1', since: beijing('2022-11-26 20:00') });
    expect(decision.counting?.completed).toBe(4);
    expect(decision.earliestRelease).toBe(beijing('2022-12-02 00:00'));
    const underOld = ask('2022-12-01 12:00', { designations, ruleSet: rules('r2-9th') });
    expect(underOld.earliestRelease).toBe(beijing('2022-12-04 00:00'));
  });

  it('is the most restrictive where records overlap, and no rule acts on them', () => {
    const decision = ask('2022-12-20 00:00', {
      ruleSet: rules('r4-10'),
      designations: [designated({ id: 'low', status: 'LOW' }), designated({ id: 'high' })],
    });
    expect(decision).toMatchObject({ status: 'HIGH', outcome: 'STANDS', dueAt: null });
    expect(decision.missing).toContainEqual({ kind: 'DESIGNATIONS_OVERLAP', ids: ['low', 'high'] });
  });
});
