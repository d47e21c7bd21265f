import type { Missing } from '@/domain/area/decision';
import type { DesignationFact } from '@/domain/area/types';
import { compareLevels } from '@/domain/level/level';
import type { Stage } from '@/domain/policy/types';
import { dayNumberAt } from '@/domain/time/day-number';

/** The designation that stands at an instant, and what its past says of it. */
export type Standing = {
  readonly current: DesignationFact | null;
  /** Epoch ms since when its level holds without a gap. */
  readonly since: number | null;
  readonly entry: Exclude<Stage['entry'], 'ANY'>;
  readonly endedAt: number | null;
  readonly startsAt: number | null;
  readonly faults: readonly Missing[];
};

/**
 * Find what stands at `at` (epoch ms) in designations of one area, in any order.
 * Where records overlap, which the database refuses, the most restrictive level stands and the overlap is a fault.
 * A level goes on over adjoining designations of the same level: a correction or a change of rule set starts no new count.
 */
export function findStanding(designations: readonly DesignationFact[], at: number): Standing {
  const faults: Missing[] = [];
  const sound = designations.filter((fact) => {
    const fault = faultOf(fact);
    if (fault !== null) faults.push({ kind: 'FACT_INVALID', fact: 'DESIGNATION', id: fact.id, fault });
    return fault === null;
  });
  const standing = sound.filter(
    (fact) => fact.validFrom <= at && (fact.validTo === null || at < fact.validTo),
  );
  if (standing.length > 1)
    faults.push({ kind: 'DESIGNATIONS_OVERLAP', ids: standing.map((fact) => fact.id) });
  const current = standing.reduce<DesignationFact | null>(moreRestrictive, null);
  if (current === null) {
    return {
      current,
      since: null,
      entry: 'DIRECT',
      endedAt: lastEnd(sound, at),
      startsAt: nextStart(sound, at),
      faults,
    };
  }
  const first = firstOfRun(sound, current);
  const loweredFromHigh =
    first.cause === 'LOWERED_BY_RULE' && sound.some((fact) => fact.level === 'HIGH' && precedes(fact, first));
  return {
    current,
    since: first.validFrom,
    entry: loweredFromHigh ? 'FROM_HIGH' : 'DIRECT',
    endedAt: null,
    startsAt: null,
    faults,
  };
}

function faultOf(fact: DesignationFact): 'INSTANT_NOT_A_TIME' | 'ENDS_BEFORE_IT_BEGINS' | null {
  if (dayNumberAt(fact.validFrom) === null || Number.isNaN(fact.validTo)) return 'INSTANT_NOT_A_TIME';
  return fact.validTo !== null && fact.validTo < fact.validFrom ? 'ENDS_BEFORE_IT_BEGINS' : null;
}

function moreRestrictive(best: DesignationFact | null, fact: DesignationFact): DesignationFact {
  if (best === null) return fact;
  const order =
    compareLevels(fact.level, best.level) || fact.validFrom - best.validFrom || (fact.id > best.id ? 1 : -1);
  return order > 0 ? fact : best;
}

function precedes(fact: DesignationFact, next: DesignationFact): boolean {
  return fact.validTo === next.validFrom && fact.validFrom < next.validFrom;
}

function firstOfRun(designations: readonly DesignationFact[], current: DesignationFact): DesignationFact {
  let first = current;
  for (;;) {
    const earlier = designations.find((fact) => fact.level === first.level && precedes(fact, first));
    if (earlier === undefined) return first;
    first = earlier;
  }
}

function lastEnd(designations: readonly DesignationFact[], at: number): number | null {
  return designations.reduce<number | null>(
    (last, { validTo }) =>
      validTo !== null && validTo <= at && (last === null || validTo > last) ? validTo : last,
    null,
  );
}

function nextStart(designations: readonly DesignationFact[], at: number): number | null {
  return designations.reduce<number | null>(
    (next, { validFrom }) => (validFrom > at && (next === null || validFrom < next) ? validFrom : next),
    null,
  );
}
