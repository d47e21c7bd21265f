import type { AreaKind } from '@/domain/area/types';
import type { StatedLevel } from '@/domain/level/level';
import type { LoweredTo, StatusOf, SubjectKind } from '@/domain/status/status';
import type { LocalDay } from '@/domain/time/shanghai';

export type RuleSetId = 'r0-2020-11' | 'r1-8th' | 'r2-9th' | 'r3-20' | 'r4-10';

/**
 * An event that can start the count of days: the designation, the last infection that resets the clock,
 * the last case leaving the place, or the end of final disinfection.
 */
export type StartEvent = 'DESIGNATION' | 'LAST_POSITIVE' | 'CASE_LEFT' | 'FINAL_DISINFECTION';

/**
 * How days are counted; no national text says which day is day 1, so it is a policy parameter (DOMAIN §1).
 * The count starts at the latest of `startEvents`, and an infection that resets the clock always starts it anew.
 * `startDayCounts`: whether the calendar day of the start event is day 1 (default: the day after is).
 */
export type DayCount = {
  readonly startEvents: readonly StartEvent[];
  readonly startDayCounts: boolean;
};

/** Evidence that a person confirms, because no record of an area holds it. */
export type ManualEvidence =
  | 'LAST_CLOSE_CONTACT_OVER_14_DAYS_AND_NEGATIVE'
  | 'ALL_NEGATIVE_ROUND_WITHIN_2_DAYS';

/** Who lowers once the conditions are met: the rule by itself, or an expert group. */
export type LoweredBy = 'RULE' | 'EXPERT_DECISION';

type StageConditions = {
  /** Whole calendar days in Asia/Shanghai with no new infection that resets the clock. */
  readonly days: number;
  /** A screening round of everyone inside, all negative, sampled on day `onDay` of the count or later; null when none is asked for. */
  readonly round: { readonly onDay: number } | null;
  readonly evidence: readonly ManualEvidence[];
  readonly by: LoweredBy;
};

/**
 * What lowers a subject that stands at `status`. `entry`: `LOWERED` applies only where the rule lowered it from a more
 * restrictive status, `DIRECT` where it did not, `ANY` to both. Several in `to` leave the choice to the expert group.
 */
export type Stage<K extends SubjectKind = 'AREA'> = StageConditions & {
  readonly status: StatusOf<K>;
  readonly entry: 'ANY' | 'DIRECT' | 'LOWERED';
  readonly to: readonly LoweredTo<K>[];
};

/** One national rule set as data. Days are inclusive at both ends; null means open. */
export type RuleSet = {
  readonly id: RuleSetId;
  readonly version: number;
  readonly name: { readonly zh: string; readonly en: string };
  /** The document the rules stand in, as cited in Chinese. */
  readonly basis: string;
  readonly effectiveFrom: LocalDay | null;
  readonly effectiveTo: LocalDay | null;
  /** Whether it rules the levels of areas, or the zones that stood beside them before the 9th edition. */
  readonly governs: SubjectKind;
  readonly levels: readonly StatedLevel[];
  readonly zones: readonly StatusOf<'ZONE'>[];
  /** Unit of designation 划定单位: the kinds of area the rule set lets stand at a level above low. */
  readonly units: readonly AreaKind[];
  readonly dayCount: DayCount;
  readonly stages: readonly Stage[];
  readonly zoneStages: readonly Stage<'ZONE'>[];
};
