import { describe, expect, it } from 'vitest';
import { RULE_SETS, ruleSetById, ruleSetInForce } from '@/domain/policy/rule-set';
import { addDays } from '@/domain/time/shanghai';

const inForce = (day: string) => ruleSetInForce(day)?.id;

describe('the rule set in force', () => {
  it('changes on 28 June, 11 November and 7 December 2022', () => {
    expect(inForce('2022-03-05')).toBe('r0-2020-11');
    expect(inForce('2022-06-27')).toBe('r0-2020-11');
    expect(inForce('2022-06-28')).toBe('r2-9th');
    expect(inForce('2022-11-10')).toBe('r2-9th');
    expect(inForce('2022-11-11')).toBe('r3-20');
    expect(inForce('2022-12-06')).toBe('r3-20');
    expect(inForce('2022-12-07')).toBe('r4-10');
    expect(inForce('2019-12-31')).toBeUndefined();
  });

  it('for zones is the 8th edition, which stood beside the levels of 2020', () => {
    expect(ruleSetInForce('2022-03-05', 'ZONE')?.id).toBe('r1-8th');
    expect(ruleSetInForce('2022-06-28', 'ZONE')).toBeUndefined();
  });

  it('for levels leaves no day between two rule sets and none with both', () => {
    const levels = RULE_SETS.filter((set) => set.governs === 'AREA');
    expect(levels.map((set) => set.id)).toEqual(['r0-2020-11', 'r2-9th', 'r3-20', 'r4-10']);
    for (const [n, set] of levels.entries()) {
      const next = levels[n + 1];
      expect(next === undefined ? null : addDays(next.effectiveFrom ?? '', -1)).toBe(set.effectiveTo);
    }
  });
});

describe('a rule set', () => {
  it('is found by id, and by version', () => {
    expect(ruleSetById('r3-20')?.version).toBe(1);
    expect(ruleSetById('r3-20', 1)?.name).toEqual({ zh: '二十条', en: 'Twenty Measures' });
    expect(ruleSetById('r3-20', 2)).toBeUndefined();
    expect(ruleSetById('r9')).toBeUndefined();
  });

  it('states days, round and who decides as the documents do', () => {
    const table = RULE_SETS.flatMap((set) =>
      set.stages.map(({ status, entry, days, round, by, to }) => [
        set.id,
        status,
        entry,
        days,
        round?.onDay ?? null,
        by,
        to.join(),
      ]),
    );
    expect(table).toEqual([
      ['r0-2020-11', 'HIGH', 'ANY', 14, null, 'EXPERT_DECISION', 'MEDIUM,LOW'],
      ['r0-2020-11', 'MEDIUM', 'ANY', 14, null, 'RULE', 'LOW'],
      ['r2-9th', 'HIGH', 'ANY', 7, 7, 'RULE', 'MEDIUM'],
      ['r2-9th', 'MEDIUM', 'LOWERED', 3, null, 'RULE', 'LOW'],
      ['r2-9th', 'MEDIUM', 'DIRECT', 7, 7, 'RULE', 'LOW'],
      ['r3-20', 'HIGH', 'ANY', 5, 5, 'RULE', 'LOW'],
      ['r4-10', 'HIGH', 'ANY', 5, null, 'RULE', 'LOW'],
    ]);
  });

  it('of the 8th edition asks for 14 days, the last close contact and a round in the last 2 days', () => {
    expect(
      ruleSetById('r1-8th')?.zoneStages.map(({ status, days, evidence, to }) => [status, days, evidence, to]),
    ).toEqual(
      ['LOCKDOWN', 'CONTROL'].map((zone) => [
        zone,
        14,
        ['LAST_CLOSE_CONTACT_OVER_14_DAYS_AND_NEGATIVE', 'ALL_NEGATIVE_ROUND_WITHIN_2_DAYS'],
        ['PRECAUTION'],
      ]),
    );
  });
});
