import { describe, expect, it } from 'vitest';
import { dayCards } from '@/domain/area/day-cards';
import { decide } from '@/domain/area/decide';
import type { InfectionFact, ScreeningFact } from '@/domain/area/types';
import { R3 } from '@/domain/policy/rule-sets/r3-20';

const beijing = (text: string) => Date.parse(`${text}+08:00`);
const found = (
  foundOn: string,
  count: number,
  exclusion: InfectionFact['exclusion'] = null,
): InfectionFact => ({
  id: `${foundOn} ${exclusion}`,
  foundOn,
  count,
  countsForDesignation: exclusion === null,
  resetsClock: exclusion === null,
  exclusion,
  recordedAt: beijing(`${foundOn}T10:00`),
  recordedTo: null,
});

function cardsAt(at: string, infections: InfectionFact[], rounds: ScreeningFact[] = []) {
  const designated = {
    id: 'd',
    status: 'HIGH',
    validFrom: beijing('2022-11-26T20:00'),
    validTo: null,
    policyId: 'r3-20',
    policyVersion: 1,
    cause: 'DESIGNATED',
    endCause: null,
  } as const;
  const decision = decide({ designations: [designated], infections, rounds, ruleSet: R3, at: beijing(at) });
  if (!decision.counting) throw new Error('The count has not begun.');
  return dayCards(decision.counting, infections, 5);
}

describe('the cards of the countdown', () => {
  it('begin with the designation and list the five days of 二十条, the round on the fifth', () => {
    const { start, required, after } = cardsAt('2022-11-28T12:00', [found('2022-11-26', 2)]);
    expect(start).toMatchObject({ index: 0, day: '2022-11-26', state: 'START', counted: 2 });
    expect(required.map(({ day, state }) => `${day} ${state}`)).toEqual([
      '2022-11-27 CLEAR',
      '2022-11-28 RUNNING',
      '2022-11-29 AHEAD',
      '2022-11-30 AHEAD',
      '2022-12-01 AHEAD',
    ]);
    expect(required.map(({ roundDay }) => roundDay)).toEqual([false, false, false, false, true]);
    expect(after).toEqual([]);
  });

  it('begin anew with the day of an infection that counts', () => {
    const { start, required } = cardsAt('2022-11-30T12:00', [found('2022-11-29', 1)]);
    expect(start).toMatchObject({ day: '2022-11-29', state: 'BROKEN', counted: 1 });
    expect(required[0]).toMatchObject({ index: 1, day: '2022-11-30', state: 'RUNNING' });
  });

  it('show infections that do not count on their day, with the reason', () => {
    const { required } = cardsAt('2022-11-30T12:00', [found('2022-11-29', 1, 'HOME_ISOLATION')]);
    expect(required[2]).toMatchObject({
      day: '2022-11-29',
      counted: 0,
      exclusions: [{ exclusion: 'HOME_ISOLATION', count: 1 }],
    });
  });

  it('set the days after the fifth apart while the round is lacking', () => {
    const { required, after } = cardsAt('2022-12-03T12:00', []);
    expect(required).toHaveLength(5);
    expect(after.map(({ day }) => day)).toEqual(['2022-12-02', '2022-12-03']);
  });

  it('count positives of a screening that no infection record carries, and say so', () => {
    const round: ScreeningFact = {
      id: 'r',
      roundId: 'r',
      from: beijing('2022-11-29T07:00'),
      to: beijing('2022-11-29T12:00'),
      target: 86,
      tested: 86,
      positive: 3,
      recordedAt: beijing('2022-11-29T13:00'),
      recordedTo: null,
    };
    const { start } = cardsAt('2022-11-30T12:00', [found('2022-11-29', 1)], [round]);
    expect(start).toMatchObject({ state: 'BROKEN', counted: 3, fromScreening: 2, tested: 86, positive: 3 });
  });
});
