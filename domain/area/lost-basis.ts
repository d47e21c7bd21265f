import { decide } from '@/domain/area/decide';
import type { Missing } from '@/domain/area/decision';
import { type DesignationFact, type InfectionFact, isHeldAt, type ScreeningFact } from '@/domain/area/types';
import type { StatedLevel } from '@/domain/level/level';
import { ruleSetById } from '@/domain/policy/rule-set';
import { dayNumberOf, dayNumberUpTo } from '@/domain/time/day-number';

/** A lowering by the rule that the records held true now do not bear out. */
export type LostBasis = {
  /** The level the area was lowered from, and is proposed to be raised to. */
  readonly from: StatedLevel;
  /** Epoch ms at which it was lowered. */
  readonly loweredAt: number;
  /** What was missing then, by what is held true now. */
  readonly missing: readonly Missing[];
  /** The designation whose end a person can take upon themselves, so that the level stays as it is. */
  readonly designationId: string;
};

type Facts = {
  readonly designations: readonly DesignationFact[];
  readonly infections: readonly InfectionFact[];
  readonly rounds: readonly ScreeningFact[];
};

/**
 * Whether the lowerings by the rule that the present level of an area rests on are still borne out at `at` (epoch ms):
 * each is judged again, at the instant it took effect, by the records held true now, whenever they were made. Where a
 * person has decided since, nothing rests on the rule any more.
 * @returns the earliest lowering that is not borne out; null when all are, or there is none
 */
export function lostBasis(facts: Facts, at: number): LostBasis | null {
  const chain = ruleLowerings(facts.designations);
  const latest = chain[0];
  if (latest === undefined) return null;
  for (const lowered of [...chain].reverse()) {
    const missing = missingThen(facts, lowered, at);
    if (missing !== null && lowered.validTo !== null) {
      return { from: lowered.status, loweredAt: lowered.validTo, missing, designationId: latest.id };
    }
  }
  return null;
}

/** The designations the rule ended one after the other, up to the present level; latest first. */
function ruleLowerings(designations: readonly DesignationFact[]): DesignationFact[] {
  const last = designations.reduce<DesignationFact | null>(
    (latest, one) => (latest === null || one.validFrom > latest.validFrom ? one : latest),
    null,
  );
  const chain: DesignationFact[] = [];
  let next = last;
  if (last !== null && last.endCause === 'LOWERED_BY_RULE') chain.push(last);
  else if (last === null || last.endCause !== null) return [];
  while (next !== null && next.cause === 'LOWERED_BY_RULE') {
    const { validFrom } = next;
    const before = designations.find(
      (one) => one.validTo === validFrom && one.validFrom < validFrom && one.endCause === 'LOWERED_BY_RULE',
    );
    if (before !== undefined) chain.push(before);
    next = before ?? null;
  }
  return chain;
}

function missingThen(facts: Facts, lowered: DesignationFact, at: number): readonly Missing[] | null {
  const ruleSet = ruleSetById(lowered.policyId, lowered.policyVersion);
  const then = lowered.validTo;
  if (!ruleSet || then === null) return null;
  const lastDay = dayNumberUpTo(then) ?? Number.POSITIVE_INFINITY;
  const held = <Fact extends InfectionFact | ScreeningFact>(records: readonly Fact[]) =>
    records
      .filter((fact) => isHeldAt(fact, at))
      .map((fact) => ({ ...fact, recordedAt: Math.min(fact.recordedAt, then), recordedTo: null }));
  const decision = decide({
    designations: facts.designations
      .filter(({ validFrom }) => validFrom < then)
      .map((one) => (one.id === lowered.id ? { ...one, validTo: null, endCause: null } : one)),
    infections: held(facts.infections).filter(({ foundOn }) => (dayNumberOf(foundOn) ?? lastDay) <= lastDay),
    rounds: held(facts.rounds).filter(({ from }) => !(from >= then)),
    ruleSet,
    at: then,
  });
  return decision.outcome === 'STANDS' ? decision.missing : null;
}
