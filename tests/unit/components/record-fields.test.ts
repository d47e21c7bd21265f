import { describe, expect, it } from 'vitest';
import { fitsAfter, levelOptions } from '@/components/area/level-form-options';
import { exclusionsUnder, infectionFrom } from '@/components/area/record-infection-fields';
import { readPersons } from '@/components/area/record-persons';
import { previewOf } from '@/components/area/record-preview';
import { roundDefaults, screeningFrom } from '@/components/area/record-screening-fields';
import { decide } from '@/domain/area/decide';
import type { DesignationFact, ScreeningFact } from '@/domain/area/types';
import { R3 } from '@/domain/policy/rule-sets/r3-20';

const at = Date.parse('2022-12-01T21:19:00+08:00');
const high: DesignationFact = {
  id: 'd',
  level: 'HIGH',
  validFrom: Date.parse('2022-11-25T21:00:00+08:00'),
  validTo: null,
  policyId: 'r3-20',
  policyVersion: 1,
  cause: 'DESIGNATED',
  endCause: null,
};
const part: ScreeningFact = {
  id: 'p',
  roundId: 'p',
  from: Date.parse('2022-11-30T07:00:00+08:00'),
  to: Date.parse('2022-11-30T12:00:00+08:00'),
  target: 245,
  tested: 207,
  positive: 0,
  recordedAt: Date.parse('2022-11-30T12:00:00+08:00'),
  recordedTo: null,
};
const facts = { designations: [high], infections: [], rounds: [part] };
const decision = decide({ ...facts, ruleSet: R3, at });

describe('the infection form', () => {
  const fields = {
    foundOn: '2022-12-01',
    count: '2',
    which: 'COUNTS',
    resetsAnyway: 'no',
    reason: '上门采样',
  };

  it('makes an infection that counts restart the count', () => {
    expect(infectionFrom(fields, '2022-12-01')).toEqual({
      record: {
        foundOn: '2022-12-01',
        count: 2,
        countsForDesignation: true,
        resetsClock: true,
        exclusion: null,
      },
      faults: [],
    });
  });

  it('names every field at fault: a day to come, no whole person, no reason', () => {
    const wrong = { ...fields, foundOn: '2022-12-02', count: '1.5', reason: ' ' };
    expect(infectionFrom(wrong, '2022-12-01')).toEqual({
      record: null,
      faults: ['foundOn', 'count', 'reason'],
    });
  });

  it('offers the five exclusions, and the assessed contact only under 新十条', () => {
    expect(exclusionsUnder('r3-20', null)).toHaveLength(5);
    expect(exclusionsUnder('r4-10', null)).toContain('CONTACT_ASSESSED');
  });

  it('reads persons only as whole numbers', () => {
    expect(['1', ' 12 ', '0', '-1', '1e3', ''].map((text) => readPersons(text, 1))).toEqual([
      1,
      12,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('the screening form', () => {
  it('offers the rest of an unfinished round, sampled today, and leaves the figure to write', () => {
    const defaults = roundDefaults({ at, population: 245, facts }, decision.round);
    expect(defaults).toMatchObject({
      roundId: 'p',
      from: '2022-12-01T07:00',
      to: '2022-12-01T12:00',
      target: '245',
      tested: '',
    });
  });

  it('offers a new round on the day the rule asks for, of everyone inside', () => {
    const lacking = { ...facts, rounds: [] };
    const { round } = decide({ ...lacking, ruleSet: R3, at });
    expect(roundDefaults({ at, population: 86, facts: lacking }, round)).toMatchObject({
      roundId: '',
      from: '2022-11-30T07:00',
      target: '86',
    });
  });

  it('refuses a window in the future, more tested than to be tested, more positive than tested', () => {
    const fields = {
      from: '2022-12-01T07:00',
      to: '2022-12-01T22:00',
      target: '10',
      tested: '11',
      positive: '12',
    };
    expect(screeningFrom(fields, at)).toEqual({ record: null, faults: ['windowTo', 'tested', 'positive'] });
  });
});

describe('what a form says it will do', () => {
  const area = {
    facts,
    former: { infections: [], rounds: [] },
    policy: { ...R3, nameZh: '', nameEn: '' },
    at,
    level: 'HIGH' as const,
    decision,
  };

  it('is the rule on the facts with the change made: the rest of the round lowers the area', () => {
    const rest = { ...part, id: 'new', from: at - 3_600_000, to: at - 60_000, tested: 38 };
    expect(previewOf(area, { screening: rest })?.decision).toMatchObject({ outcome: 'LOWER', to: 'LOW' });
  });

  it('leaves out the record that is withdrawn', () => {
    expect(previewOf(area, { without: 'p' })?.decision.round.state).toBe('MISSING');
  });

  it('is nothing where no level stands', () => {
    expect(previewOf({ ...area, level: null }, { without: 'p' })).toBeNull();
  });
});

describe('the level form', () => {
  const policy = { ...R3, nameZh: '', nameEn: '' };

  it('lets 二十条 lower a high-risk area to low only', () => {
    expect(levelOptions({ facts, policy, at })).toMatchObject({
      designationId: 'd',
      from: 'HIGH',
      to: ['LOW'],
    });
  });

  it('designates anew where none stands open, also while a decided end is still to come', () => {
    const ending = { ...facts, designations: [{ ...high, validTo: at + 3_600_000 }] };
    expect(levelOptions({ facts: ending, policy, at })).toMatchObject({
      designationId: null,
      from: null,
      to: ['HIGH'],
    });
  });

  it('takes effect after the present level began, or from the end of the last one on', () => {
    const standing = levelOptions({ facts, policy, at });
    expect([fitsAfter(standing, high.validFrom), fitsAfter(standing, at)]).toEqual([false, true]);
    const ended = levelOptions({ facts: { ...facts, designations: [{ ...high, validTo: at }] }, policy, at });
    expect([fitsAfter(ended, at - 1), fitsAfter(ended, at)]).toEqual([false, true]);
  });
});
