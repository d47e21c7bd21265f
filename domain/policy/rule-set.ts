import { R0 } from '@/domain/policy/rule-sets/r0-2020-11';
import { R1 } from '@/domain/policy/rule-sets/r1-8th';
import { R2 } from '@/domain/policy/rule-sets/r2-9th';
import { R3 } from '@/domain/policy/rule-sets/r3-20';
import { R4 } from '@/domain/policy/rule-sets/r4-10';
import type { RuleSet, Stage } from '@/domain/policy/types';
import type { StatusOf, SubjectKind } from '@/domain/status/status';
import type { LocalDay } from '@/domain/time/shanghai';

/** The five national rule sets in the order they took effect (DOMAIN §1). A changed rule set is a further entry with the next version. */
export const RULE_SETS: readonly RuleSet[] = [R0, R1, R2, R3, R4];

/**
 * The rule set a designation pins.
 * @param version the version asked for; the highest one when left out.
 * @returns undefined when there is no such rule set or version.
 */
export function ruleSetById(id: string, version?: number): RuleSet | undefined {
  const versions = RULE_SETS.filter((set) => set.id === id);
  if (version !== undefined) return versions.find((set) => set.version === version);
  return versions.reduce<RuleSet | undefined>(
    (best, set) => (best === undefined || set.version > best.version ? set : best),
    undefined,
  );
}

/**
 * The rule set that rules the levels of areas on the Shanghai day (`YYYY-MM-DD`). The 8th edition (r1) stood beside r0 and
 * ruled zones only, so for its days the levels come from r0; ask with `governs` `ZONE` for the zones.
 * @returns undefined when none was in force: before 2020, and for zones from the 9th edition on.
 */
export function ruleSetInForce(day: LocalDay, governs: SubjectKind = 'AREA'): RuleSet | undefined {
  return RULE_SETS.filter(
    (set) =>
      set.governs === governs &&
      (set.effectiveFrom === null || set.effectiveFrom <= day) &&
      (set.effectiveTo === null || day <= set.effectiveTo),
  ).at(-1);
}

/** What a rule set says of one kind of subject: the statuses it knows, and what lowers from each. */
export interface StatusRules<K extends SubjectKind> {
  readonly statuses: readonly StatusOf<K>[];
  readonly stages: readonly Stage<K>[];
}

const READ: { readonly [K in SubjectKind]: (ruleSet: RuleSet) => StatusRules<K> } = {
  AREA: ({ levels, stages }) => ({ statuses: levels, stages }),
  ZONE: ({ zones, zoneStages }) => ({ statuses: zones, stages: zoneStages }),
};

/** The rules of a rule set for a kind of subject; both lists are empty where it says nothing of the kind. */
export function rulesOf<K extends SubjectKind>(ruleSet: RuleSet, kind: K): StatusRules<K> {
  return READ[kind](ruleSet);
}
