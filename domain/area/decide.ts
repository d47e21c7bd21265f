import type { Decision, Missing } from '@/domain/area/decision';
import { gatherEvidence } from '@/domain/area/evidence';
import { NO_ROUND } from '@/domain/area/judge-round';
import { metAndKnown, turnsOfKnowledge } from '@/domain/area/met-and-known';
import { findStanding, type Standing } from '@/domain/area/standing';
import type { DesignationFact, InfectionFact, MilestoneFact, ScreeningFact } from '@/domain/area/types';
import { type Weighed, weighStage } from '@/domain/area/weigh-stage';
import type { RuleSet, Stage } from '@/domain/policy/types';
import { dayNumberAt } from '@/domain/time/day-number';

const LONGEST_STAGE_DAYS = 366;

/**
 * What is asked: facts of one area in any order, the rule set to judge by, and the instant (epoch ms). Records that were
 * corrected or withdrawn are among them: without them an area could fall in a span in which it was known to be high.
 */
export type Question = {
  readonly designations: readonly DesignationFact[];
  readonly infections: readonly InfectionFact[];
  readonly rounds: readonly ScreeningFact[];
  /** Needed only where the policy counts from such an event. */
  readonly milestones?: readonly MilestoneFact[];
  readonly ruleSet: RuleSet;
  readonly at: number;
};

/**
 * Decide whether the area is lowered at `at`, and say what is missing if not. Pure and total: for any facts of the right
 * type there is an answer, and records that cannot be true are named in `missing`.
 *
 * The rule (seed 004, DOMAIN §1): whole calendar days in Asia/Shanghai after the start event with no new infection that
 * resets the clock, and a round of everyone inside, all negative, on its day or later. The last day ends at 24:00, so
 * the level falls then and not during that day; and no earlier than the records it falls by were made and the records
 * that spoke against it were corrected or withdrawn. Days 1991-09-16 … 9999-12-31 are understood.
 */
export function decide(question: Question): Decision {
  const { ruleSet, at } = question;
  if (dayNumberAt(at) === null) {
    return decisionOf(question, NOTHING_STANDS, null, {
      ...UNDECIDED,
      missing: [{ kind: 'INSTANT_INVALID' }],
    });
  }
  const standing = findStanding(question.designations, at);
  const { current, since, faults } = standing;
  if (current === null || since === null || current.level === 'LOW') {
    return decisionOf(question, standing, null, { ...UNDECIDED, missing: faults });
  }
  const { level } = current;
  const stage = stageOf(ruleSet, standing);
  if (stage === null) {
    const why: Missing = ruleSet.levels.includes(level)
      ? { kind: 'RULE_SET_INVALID' }
      : { kind: 'LEVEL_NOT_IN_RULE_SET', level };
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

const NOTHING_STANDS: Standing = {
  current: null,
  since: null,
  entry: 'DIRECT',
  endedAt: null,
  startsAt: null,
  faults: [],
};

const UNDECIDED: Weighed = {
  counting: null,
  round: NO_ROUND,
  missing: [],
  dueAt: null,
  earliestRelease: null,
  outcome: 'NONE',
  to: null,
};

function decisionOf(question: Question, standing: Standing, stage: Stage | null, weighed: Weighed): Decision {
  const { ruleSet, at } = question;
  const { current, since, endedAt, startsAt } = standing;
  return {
    at,
    policy: { id: ruleSet.id, version: ruleSet.version },
    level: current?.level ?? null,
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

function stageOf(ruleSet: RuleSet, { current, entry }: Standing): Stage | null {
  const stage = ruleSet.stages.find(
    (one) => one.level === current?.level && (one.entry === 'ANY' || one.entry === entry),
  );
  if (stage === undefined || !isDays(stage.days)) return null;
  if (stage.by === 'RULE' && stage.to.length !== 1) return null;
  return stage.round === null || isDays(stage.round.onDay) ? stage : null;
}

function isDays(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= LONGEST_STAGE_DAYS;
}
