import { describe, expect, it } from 'vitest';
import { exclusionsUnder, readInfection } from '@/components/area/record/infection-fields';
import { readPersons } from '@/components/area/record/persons';
import { knownRounds, readScreening, roundDefaults } from '@/components/area/record/screening-fields';
import { decide } from '@/domain/area/decide';
import { R3 } from '@/domain/policy/rule-sets/r3-20';
import { at, decision, facts } from '../area/half-screened';

const about = { areaId: 'a' };

describe('the infection form', () => {
  const fields = {
    foundOn: '2022-12-01',
    count: '2',
    which: 'COUNTS',
    resetsAnyway: 'no',
    reason: '上门采样',
  };

  it('makes an infection that counts restart the count', () => {
    const record = {
      foundOn: '2022-12-01',
      count: 2,
      countsForDesignation: true,
      resetsClock: true,
      exclusion: null,
    };
    expect(readInfection(fields, about, '2022-12-01')).toEqual({
      record,
      input: { areaId: 'a', ...record, reason: '上门采样' },
      faults: [],
    });
  });

  it('refuses a day before December 2019', () => {
    expect(readInfection({ ...fields, foundOn: '0001-01-01' }, about, '2022-12-01').faults).toEqual([
      'foundOn',
    ]);
  });

  it('names every field at fault: a day to come, no whole person, no reason', () => {
    const wrong = { ...fields, foundOn: '2022-12-02', count: '1.5', reason: ' ' };
    expect(readInfection(wrong, about, '2022-12-01')).toEqual({
      record: null,
      input: null,
      faults: ['foundOn', 'count', 'reason'],
    });
  });

  it('offers the five exclusions, and the assessed contact only under 新十条', () => {
    expect(exclusionsUnder('r3-20', null)).toHaveLength(5);
    expect(exclusionsUnder('r4-10', null)).toContain('CONTACT_ASSESSED');
  });

  it('reads persons only as whole numbers', () => {
    const none = Number.NaN;
    expect(['1', ' 12 ', '0', '-1', '1e3', ''].map(readPersons)).toEqual([1, 12, 0, none, none, none]);
  });
});

describe('the screening form', () => {
  it('offers the rest of an unfinished round, sampled today, and leaves the figure to write', () => {
    const defaults = roundDefaults({ at, population: 245, facts }, decision.round);
    expect(defaults).toMatchObject({
      roundId: 'p',
      windowFrom: '2022-12-01T07:00',
      windowTo: '2022-12-01T12:00',
      target: '245',
      tested: '',
    });
  });

  it('offers a new round of everyone inside, sampled today also where the rule asked for it yesterday', () => {
    const lacking = { ...facts, rounds: [] };
    const { round } = decide({ ...lacking, ruleSet: R3, at });
    expect(roundDefaults({ at, population: 86, facts: lacking }, round)).toMatchObject({
      roundId: '',
      windowFrom: '2022-12-01T07:00',
      windowTo: '2022-12-01T12:00',
      target: '86',
    });
  });

  it('proposes today a week after the day the rule asked for', () => {
    const late = Date.parse('2022-12-07T10:15:00+08:00');
    const lacking = { ...facts, rounds: [] };
    const { round } = decide({ ...lacking, ruleSet: R3, at: late });
    expect(round).toMatchObject({ state: 'MISSING', requiredOnDay: '2022-11-30' });
    expect(roundDefaults({ at: late, population: 86, facts: lacking }, round)).toMatchObject({
      windowFrom: '2022-12-07T07:00',
      windowTo: '2022-12-07T10:15',
    });
  });

  const rest = { windowFrom: '2022-12-01T07:00', windowTo: '2022-12-01T12:00', target: '245', positive: '0' };
  const others = knownRounds(facts)[0] ?? null;

  it('refuses the figure of the whole round where that of this time is asked, and says what it would add up to', () => {
    expect(readScreening({ ...rest, tested: '245', counted: 'part' }, about, at, others)).toEqual({
      record: null,
      input: null,
      faults: ['tested'],
      sum: { tested: 452, target: 245 },
    });
  });

  it('reads the figure of the whole round as what is left of it after the parts before', () => {
    const { record, sum } = readScreening({ ...rest, tested: '245', counted: 'whole' }, about, at, others);
    expect([record, sum]).toMatchObject([
      { tested: 38, positive: 0 },
      { tested: 245, target: 245 },
    ]);
    expect(readScreening({ ...rest, tested: '200', counted: 'whole' }, about, at, others).faults).toEqual([
      'tested',
    ]);
  });

  it('leaves the part that is corrected out of what the others add up to', () => {
    expect(knownRounds(facts, 'p')).toEqual([]);
  });

  it('refuses a window of more than five days', () => {
    const long = { ...rest, windowFrom: '2022-11-26T11:59', tested: '38' };
    expect(readScreening(long, about, at).faults).toEqual(['windowTo']);
  });

  it('refuses a window in the future, more tested than to be tested, more positive than tested', () => {
    const fields = {
      windowFrom: '2022-12-01T07:00',
      windowTo: '2022-12-01T22:00',
      target: '10',
      tested: '11',
      positive: '12',
    };
    expect(readScreening(fields, about, at)).toMatchObject({
      record: null,
      faults: ['windowTo', 'tested', 'positive'],
    });
  });
});
