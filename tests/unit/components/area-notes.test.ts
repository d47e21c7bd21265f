import { describe, expect, it } from 'vitest';
import { releaseNote } from '@/components/area-list/release-note';
import { roundNote } from '@/components/area-list/round-note';
import { decide } from '@/domain/area/decide';
import type { InfectionFact, ScreeningFact } from '@/domain/area/types';
import { beijing, designated, found, rules, screened } from '../area/facts';

// Designated 26 November 20时: day 5 is 1 December.
function seen(at: string, rounds: ScreeningFact[] = [], infections: InfectionFact[] = []) {
  const now = beijing(at);
  const facts = { designations: [designated()], infections, rounds };
  const decision = decide({ ...facts, ruleSet: rules('r3-20'), at: now });
  return { round: roundNote(decision, now), release: releaseNote(decision, now) };
}

describe('what a list says of an area', () => {
  it('names the day of the round and the end of day 5 while days are still to come', () => {
    const { round, release } = seen('2022-11-29 09:00');
    expect(round).toMatchObject({ key: 'ahead', tone: 'plain', day: '12-01' });
    expect(release).toEqual({ kind: 'at', at: beijing('2022-12-02 00:00') });
  });

  it('says how many are still to be tested, and that the release waits for the round', () => {
    const { round, release } = seen('2022-12-02 09:00', [screened('2022-12-01', { tested: 48 })]);
    expect(round).toMatchObject({ key: 'short', tone: 'bad', persons: 38 });
    expect(release).toEqual({ kind: 'round' });
  });

  it('says that no round was done at all', () => {
    expect(seen('2022-12-02 09:00').round).toMatchObject({ key: 'missing', tone: 'bad' });
  });

  it('is loud about an area that could have been released three hours ago', () => {
    const { round, release } = seen('2022-12-02 03:00', [screened('2022-12-01')]);
    expect(round).toMatchObject({ key: 'complete', tone: 'good', persons: 86, target: 86 });
    expect(release).toEqual({ kind: 'late', hours: 3 });
  });

  it('says an infection of this very day before anything else, and the day after no longer', () => {
    expect(seen('2022-11-30 21:00', [], [found('2022-11-30', { count: 2 })]).round).toMatchObject({
      key: 'restarted',
      persons: 2,
    });
    expect(seen('2022-12-01 09:00', [], [found('2022-11-30')]).round.key).toBe('ahead');
  });

  it('says of an imported area only that it follows its list', () => {
    expect(roundNote(null, 0).key).toBe('followsList');
    expect(releaseNote(null, 0)).toEqual({ kind: 'none' });
  });

  it('leaves to the expert group what r0 leaves to it', () => {
    const now = beijing('2022-03-20 09:00');
    const medium = designated({
      status: 'HIGH',
      validFrom: beijing('2022-03-01 09:00'),
      policyId: 'r0-2020-11',
    });
    const decision = decide({
      designations: [medium],
      infections: [],
      rounds: [],
      ruleSet: rules('r0-2020-11'),
      at: now,
    });
    expect(releaseNote(decision, now)).toEqual({ kind: 'expert' });
  });
});
