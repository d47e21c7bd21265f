import { Temporal } from 'temporal-polyfill';
import type { DesignationFact, InfectionFact, ScreeningFact } from '@/domain/area/types';
import { RULE_SETS } from '@/domain/policy/rule-set';
import type { RuleSet, RuleSetId } from '@/domain/policy/types';

/** Epoch ms of a Beijing wall time such as `2022-12-02 15:00`. */
export function beijing(wall: string): number {
  return Temporal.PlainDateTime.from(wall.replace(' ', 'T')).toZonedDateTime('Asia/Shanghai')
    .epochMilliseconds;
}

export function rules(id: RuleSetId): RuleSet {
  const found = RULE_SETS.find((set) => set.id === id);
  if (found === undefined) throw new Error(`no rule set ${id}`);
  return found;
}

/** 高风险 from 2022-11-26 20:00 on, as most examples have it: day 1 is 27 November, day 5 is 1 December. */
export function designated(over: Partial<DesignationFact> = {}): DesignationFact {
  return {
    id: 'd1',
    status: 'HIGH',
    validFrom: beijing('2022-11-26 20:00'),
    validTo: null,
    policyId: 'r3-20',
    policyVersion: 1,
    cause: 'DESIGNATED',
    endCause: null,
    ...over,
  };
}

/** One infected person found that day who resets the clock, recorded the same evening. */
export function found(foundOn: string, over: Partial<InfectionFact> = {}): InfectionFact {
  return {
    id: `i-${foundOn}`,
    foundOn,
    count: 1,
    countsForDesignation: true,
    resetsClock: true,
    exclusion: null,
    recordedAt: beijing(`${foundOn} 20:00`),
    recordedTo: null,
    ...over,
  };
}

/** Found in home isolation with no risk beyond the household: does not count. */
export function excluded(foundOn: string): InfectionFact {
  return found(foundOn, { countsForDesignation: false, resetsClock: false, exclusion: 'HOME_ISOLATION' });
}

/** A round of all 86 people sampled 08:00 to 12:00 that day, all negative, recorded at 18:00. */
export function screened(day: string, over: Partial<ScreeningFact> = {}): ScreeningFact {
  return {
    id: `s-${day}`,
    roundId: `round-${day}`,
    from: beijing(`${day} 08:00`),
    to: beijing(`${day} 12:00`),
    target: 86,
    tested: 86,
    positive: 0,
    recordedAt: beijing(`${day} 18:00`),
    recordedTo: null,
    ...over,
  };
}
