import type { Missing } from '@/domain/area/decision';
import type { DesignationFact } from '@/domain/area/types';
import type { Stage } from '@/domain/policy/types';
import { compareStatuses, type SubjectKind } from '@/domain/status/status';
import { dayNumberAt } from '@/domain/time/day-number';

/** The designation that stands at an instant, and what its past says of it. */
export type Standing<K extends SubjectKind = 'AREA'> = {
  readonly current: DesignationFact<K> | null;
  /** Epoch ms since when its status holds without a gap. */
  readonly since: number | null;
  readonly entry: Exclude<Stage['entry'], 'ANY'>;
  readonly endedAt: number | null;
  readonly startsAt: number | null;
  readonly faults: readonly Missing[];
};

/**
 * Find what stands at `at` (epoch ms) in designations of one subject, in any order.
 * Where records overlap, which the database refuses, the most restrictive status stands and the overlap is a fault.
 * A status goes on over adjoining designations of the same status: a correction or a change of rule set starts no new count.
 */
export function findStanding<K extends SubjectKind>(
  kind: K,
  designations: readonly DesignationFact<K>[],
  at: number,
): Standing<K> {
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
  const current = standing.reduce<DesignationFact<K> | null>(
    (best, fact) => moreRestrictive(kind, best, fact),
    null,
  );
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
  const lowered =
    first.cause === 'LOWERED_BY_RULE' &&
    sound.some((fact) => compareStatuses(kind, fact.status, first.status) > 0 && precedes(fact, first));
  return {
    current,
    since: first.validFrom,
    entry: lowered ? 'LOWERED' : 'DIRECT',
    endedAt: null,
    startsAt: null,
    faults,
  };
}

function faultOf(fact: Span): 'INSTANT_NOT_A_TIME' | 'ENDS_BEFORE_IT_BEGINS' | null {
  if (dayNumberAt(fact.validFrom) === null || Number.isNaN(fact.validTo)) return 'INSTANT_NOT_A_TIME';
  return fact.validTo !== null && fact.validTo < fact.validFrom ? 'ENDS_BEFORE_IT_BEGINS' : null;
}

function moreRestrictive<K extends SubjectKind>(
  kind: K,
  best: DesignationFact<K> | null,
  fact: DesignationFact<K>,
): DesignationFact<K> {
  if (best === null) return fact;
  const order =
    compareStatuses(kind, fact.status, best.status) ||
    fact.validFrom - best.validFrom ||
    (fact.id > best.id ? 1 : -1);
  return order > 0 ? fact : best;
}

type Span = Pick<DesignationFact, 'validFrom' | 'validTo'>;

function precedes(fact: Span, next: Span): boolean {
  return fact.validTo === next.validFrom && fact.validFrom < next.validFrom;
}

function firstOfRun<K extends SubjectKind>(
  designations: readonly DesignationFact<K>[],
  current: DesignationFact<K>,
): DesignationFact<K> {
  let first = current;
  for (;;) {
    const earlier = designations.find((fact) => fact.status === first.status && precedes(fact, first));
    if (earlier === undefined) return first;
    first = earlier;
  }
}

function lastEnd(designations: readonly Span[], at: number): number | null {
  return designations.reduce<number | null>(
    (last, { validTo }) =>
      validTo !== null && validTo <= at && (last === null || validTo > last) ? validTo : last,
    null,
  );
}

function nextStart(designations: readonly Span[], at: number): number | null {
  return designations.reduce<number | null>(
    (next, { validFrom }) => (validFrom > at && (next === null || validFrom < next) ? validFrom : next),
    null,
  );
}
