import { decide } from '@/domain/area/decide';
import type { Decision } from '@/domain/area/decision';
import { ruleSetById, ruleSetInForce } from '@/domain/policy/rule-set';
import type { RuleSet } from '@/domain/policy/types';
import { dayOf } from '@/domain/time/shanghai';
import { Problem } from '@/server/errors';
import type { AreaFacts } from './load-facts';

/** The rule set that rules levels at `at` (epoch ms). @throws Problem when none does: before 2020. */
export function ruleSetAt(at: number): RuleSet {
  const found = ruleSetInForce(dayOf(at));
  if (!found) throw new Problem('invalid-input', `No rule set was in force on ${dayOf(at)}.`);
  return found;
}

/**
 * The rule's answer for one area at `at`. The rule set is the one the standing designation pins (a standing area is
 * never judged by rules it was not made under); without a standing one, the one in force.
 */
export function decideArea(facts: AreaFacts, at: number): Decision {
  const standing = facts.designations.findLast(
    (row) => row.validFrom <= at && (row.validTo === null || row.validTo > at),
  );
  const pinned = standing && ruleSetById(standing.policyId, standing.policyVersion);
  return decide({ ...facts, ruleSet: pinned ?? ruleSetAt(at), at });
}
