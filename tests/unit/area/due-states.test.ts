import { describe, expect, it } from 'vitest';
import { decide } from '@/domain/area/decide';
import { dueStates } from '@/domain/area/due-states';
import { R3 } from '@/domain/policy/rule-sets/r3-20';
import { facts, high } from './half-screened';

// 二十条: five days without a new infection and a closing round. The level began on 25 November at 21:00, so the fifth
// day ends on 30 November at 24:00.
const stateAt = (time: string, known = facts) => {
  const at = Date.parse(`${time}+08:00`);
  return dueStates(decide({ ...known, ruleSet: R3, at }), at);
};
const whole = { ...facts, rounds: facts.rounds.map((round) => ({ ...round, tested: round.target })) };

describe('what waits for an area', () => {
  it('is nothing under a level our rule does not lower', () => {
    expect(dueStates(null, Date.parse('2022-12-01T00:00:00+08:00'))).toEqual([]);
  });

  it('is nothing two days before, then tomorrow, then today, by the Shanghai day', () => {
    expect(stateAt('2022-11-28T23:59:59')).toEqual([]);
    expect(stateAt('2022-11-29T00:00:00')).toEqual(['tomorrow']);
    expect(stateAt('2022-11-29T23:59:59')).toEqual(['tomorrow']);
    expect(stateAt('2022-11-30T13:00:00', whole)).toEqual(['today']);
  });

  it('is the round where the days are full and persons are not tested yet', () => {
    expect(stateAt('2022-12-01T21:19:00')).toEqual(['lacking']);
  });

  it('is a fault where every condition was met and the level still stands', () => {
    expect(stateAt('2022-12-01T21:19:00', whole)).toEqual(['late']);
    expect(high.validTo).toBeNull();
  });
});
