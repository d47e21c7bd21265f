import type { Decision, Missing } from '@/domain/area/decision';
import { gatherEvidence } from '@/domain/area/evidence';
import { NO_ROUND } from '@/domain/area/judge-round';
import { metAndKnown, turnsOfKnowledge } from '@/domain/area/met-and-known';
import { findStanding, type Standing } from '@/domain/area/standing';
import type { DesignationFact, InfectionFact, MilestoneFact, ScreeningFact } from '@/domain/area/types';
import { type Weighed, weighStage } from '@/domain/area/weigh-stage';
import { rulesOf, type StatusRules } from '@/domain/policy/rule-set';
import type { RuleSet, Stage } from '@/domain/policy/types';
import { isRemainder, type SubjectKind } from '@/domain/status/status';
import { dayNumberAt } from '@/domain/time/day-number';

const LONGEST_STAGE_DAYS = 366;

/**
 * What is asked: facts of one subject in any order, the rule set to judge by, and the instant (epoch ms). Records that were
 * corrected or withdrawn are among them: without them an area could fall in a span in which it was known to be high.
 */
export type Question<K extends SubjectKind = 'AREA'> = {
  /** What it is: an area, unless it says otherwise. */
  readonly subject?: K;
  readonly designations: readonly DesignationFact<K>[];
  readonly infections: readonly InfectionFact[];
  readonly rounds: readonly ScreeningFact[];
  /** Needed only where the policy counts from such an event. */
  readonly milestones?: readonly MilestoneFact[];
  readonly ruleSet: RuleSet;
  readonly at: number;
};

/**
 * Decide whether a subject is lowered at `at`, by the stages its rule set has for its kind, and say what is missing if not. Pure and total: for any facts of the right
 * type there is an answer, and records that cannot be true are named in `missing`.
 *
 * The rule (seed 004, DOMAIN §1): whole calendar days in Asia/Shanghai after the start event with no new infection that
 * resets the clock, and a round of everyone inside, all negative, on its day or later. The last day ends at 24:00, so
 * the level falls then and not during that day; and no earlier than the records it falls by were made and the records
 * that spoke against it were corrected or withdrawn. Days 1991-09-16 … 9999-12-31 are understood.
 */
export function decide<K extends SubjectKind = 'AREA'>(question: Question<K>): Decision<K> {
  const { ruleSet, at } = question;
  const kind = (question.subject ?? 'AREA') as K;
  const rules = rulesOf(ruleSet, kind);
  if (dayNumberAt(at) === null) {
    return decisionOf(question, NOTHING_STANDS, null, {
      ...UNDECIDED,
      missing: [{ kind: 'INSTANT_INVALID' }],
    });
  }
  const standing = findStanding(kind, question.designations, at);
  const { current, since, faults } = standing;
  if (current === null || since === null || isRemainder(kind, current.status)) {
    return decisionOf(question, standing, null, { ...UNDECIDED, missing: faults });
  }
  const stage = stageOf(rules, standing);
  if (stage === null) {
    const why: Missing = rules.statuses.includes(current.status)
      ? { kind: 'RULE_SET_INVALID' }
      : { kind: 'LEVEL_NOT_IN_RULE_SET', level: current.status };
    return decisionOf(question, standing, null, {
      ...UNDECIDED,
      outcome: 'STANDS',
      missing: [...faults, why],
    });
  }
  const { infections, rounds, milestones = [] } = question;
  const facts = { infections, rounds, milestones };
  const weighedAt = (instant: number) => {
    const evidence = gatherEvidence(facts, instant);
    return weighStage({ stage, dayCount: ruleSet.dayCount, since, faults, evidence, at: instant });
  };
  const weighed = weighedAt(at);
  if (weighed.dueAt === null) return decisionOf(question, standing, stage, weighed);
  const dueAt = metAndKnown(weighed.dueAt, turnsOfKnowledge(facts, at), (then) => weighedAt(then).dueAt);
  return decisionOf(question, standing, stage, { ...weighed, dueAt, earliestRelease: dueAt });
}

const NOTHING_STANDS = {
  current: null,
  since: null,
  entry: 'DIRECT',
  endedAt: null,
  startsAt: null,
  faults: [],
} as const;

const UNDECIDED = {
  counting: null,
  round: NO_ROUND,
  missing: [],
  dueAt: null,
  earliestRelease: null,
  outcome: 'NONE',
  to: null,
} as const;

function decisionOf<K extends SubjectKind>(
  question: Question<K>,
  standing: Standing<K>,
  stage: Stage<K> | null,
  weighed: Weighed<K>,
): Decision<K> {
  const { ruleSet, at } = question;
  const { current, since, endedAt, startsAt } = standing;
  return {
    subject: (question.subject ?? 'AREA') as K,
    at,
    policy: { id: ruleSet.id, version: ruleSet.version },
    status: current?.status ?? null,
    since,
    designationId: current?.id ?? null,
    cause: current?.cause ?? null,
    endedAt,
    startsAt,
    stage,
    counting: weighed.counting,
    round: weighed.round,
    missing: weighed.missing,
    dueAt: weighed.dueAt,
    earliestRelease: weighed.earliestRelease,
    outcome: weighed.outcome,
    to: weighed.to,
  };
}

function stageOf<K extends SubjectKind>(
  { stages }: StatusRules<K>,
  { current, entry }: Standing<K>,
): Stage<K> | null {
  const stage = stages.find(
    (one) => one.status === current?.status && (one.entry === 'ANY' || one.entry === entry),
  );
  if (stage === undefined || !isDays(stage.days)) return null;
  if (stage.by === 'RULE' && stage.to.length !== 1) return null;
  return stage.round === null || isDays(stage.round.onDay) ? stage : null;
}

function isDays(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= LONGEST_STAGE_DAYS;
}
