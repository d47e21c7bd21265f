import { describe, expect, it } from 'vitest';
import { decide } from '@/domain/area/decide';
import { explain } from '@/domain/area/explain';
import type { DesignationFact } from '@/domain/area/types';
import { beijing, found, rules } from './facts';

// 呼和浩特, 20 February 2022, 18时: a compound becomes a lockdown zone (第八版: 封控区).
const zone = (over: Partial<DesignationFact<'ZONE'>> = {}): DesignationFact<'ZONE'> => ({
  id: 'z',
  status: 'LOCKDOWN',
  validFrom: beijing('2022-02-20 18:00'),
  validTo: null,
  policyId: 'r1-8th',
  policyVersion: 1,
  cause: 'DESIGNATED',
  endCause: null,
  ...over,
});

const ask = (
  at: string,
  over: { zones?: DesignationFact<'ZONE'>[]; infections?: ReturnType<typeof found>[] } = {},
) =>
  decide({
    subject: 'ZONE',
    designations: over.zones ?? [zone()],
    infections: over.infections ?? [],
    rounds: [],
    ruleSet: rules('r1-8th'),
    at: beijing(at),
  });

describe('第八版: 14天无新增, 最后一名密接超过14天且阴性, 近2天一轮全员阴性, 由专家组解封', () => {
  it('counts whole days after the designation: the fourteenth of a zone of 20 February is 6 March', () => {
    const decision = ask('2022-03-01 09:00');
    expect(decision).toMatchObject({
      subject: 'ZONE',
      status: 'LOCKDOWN',
      outcome: 'STANDS',
      to: 'PRECAUTION',
    });
    expect(decision.counting).toMatchObject({ required: 14, completed: 8 });
    expect(decision.counting?.days.at(13)?.day).toBe('2022-03-06');
    expect(decision.earliestRelease).toBe(beijing('2022-03-07 00:00'));
    expect(decision.missing).toEqual([
      { kind: 'DAYS', remaining: 6 },
      { kind: 'EVIDENCE', evidence: 'LAST_CLOSE_CONTACT_OVER_14_DAYS_AND_NEGATIVE' },
      { kind: 'EVIDENCE', evidence: 'ALL_NEGATIVE_ROUND_WITHIN_2_DAYS' },
      { kind: 'EXPERT_DECISION' },
    ]);
  });

  it('is never released by the rule alone: once the days are full a person is asked', () => {
    expect(ask('2022-03-06 23:59').outcome).toBe('STANDS');
    const decision = ask('2022-03-07 00:00');
    expect(decision).toMatchObject({ outcome: 'NEEDS_EXPERT_DECISION', to: 'PRECAUTION' });
    expect(explain(decision)).toEqual({
      zh: '已连续14天无新增感染者，须确认最后一名密接离开超过14天且核酸阴性、确认近2天内一轮全员核酸筛查均为阴性、经专家组研判，方可解封转为防范区。',
      en: 'No new infection for 14 whole days; the zone can be released to a precaution zone once someone confirms that the last close contact left more than 14 days ago and tested negative and someone confirms a round of screening in the last 2 days with every result negative and the expert group so decides.',
    });
  });

  it('counts anew from the day of a new infection: found on 3 March, not before 18 March', () => {
    const infections = [found('2022-03-03')];
    const decision = ask('2022-03-07 00:00', { infections });
    expect(decision).toMatchObject({ outcome: 'STANDS', counting: { completed: 3 } });
    expect(decision.earliestRelease).toBe(beijing('2022-03-18 00:00'));
  });

  it('asks the same of a control zone, and nothing of a precaution zone', () => {
    expect(ask('2022-03-07 00:00', { zones: [zone({ status: 'CONTROL' })] })).toMatchObject({
      status: 'CONTROL',
      outcome: 'NEEDS_EXPERT_DECISION',
      to: 'PRECAUTION',
    });
    const remains = ask('2022-03-07 00:00', { zones: [zone({ status: 'PRECAUTION' })] });
    expect(remains).toMatchObject({ status: 'PRECAUTION', outcome: 'NONE', to: null });
    expect(explain(remains).zh).toBe('自2022年2月20日18时起为防范区。');
  });

  it('takes the stricter of two that overlap, and says that they must be corrected', () => {
    const decision = ask('2022-03-07 00:00', { zones: [zone({ id: 'c', status: 'CONTROL' }), zone()] });
    expect(decision).toMatchObject({ status: 'LOCKDOWN', outcome: 'STANDS' });
    expect(decision.missing).toContainEqual({ kind: 'DESIGNATIONS_OVERLAP', ids: ['c', 'z'] });
  });

  it('is unknown where none stands, and of no rule set that knows no zones', () => {
    expect(explain(ask('2022-02-20 17:59')).zh).toContain('管控类别未知');
    const decision = decide({
      subject: 'ZONE',
      designations: [zone()],
      infections: [],
      rounds: [],
      ruleSet: rules('r2-9th'),
      at: beijing('2022-07-01 00:00'),
    });
    expect(decision).toMatchObject({
      outcome: 'STANDS',
      missing: [{ kind: 'LEVEL_NOT_IN_RULE_SET', level: 'LOCKDOWN' }],
    });
  });
});
