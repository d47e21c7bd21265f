import type { DesignationCause } from '@/domain/area/types';
import type { ManualEvidence, Stage, StartEvent } from '@/domain/policy/types';
import type { LoweredTo, Status, StatusOf, SubjectKind } from '@/domain/status/status';
import type { LocalDay } from '@/domain/time/shanghai';

/**
 * One calendar day of the count. `index` 1 is day 1; `index` 0 is the day of the infection that started the count anew
 * and is the only day that is `BROKEN`. `CLEAR` is over, `RUNNING` is today, `AHEAD` has not begun.
 * Figures are persons: infections that reset the clock, those that do not, and what was sampled that day.
 */
export type CountedDay = {
  readonly index: number;
  readonly day: LocalDay;
  readonly state: 'CLEAR' | 'RUNNING' | 'AHEAD' | 'BROKEN';
  readonly infectionsCounted: number;
  readonly infectionsExcluded: number;
  readonly tested: number;
  readonly positive: number;
};

/**
 * The count of days. `startEvent` is null when the policy's start event is not recorded yet; its `at` is the exact
 * instant where one is known (a designation), null where only the day is. `completed` is whole days that are over and
 * may exceed `required` while a round is lacking; `days` lists the required days and up to 14 after them.
 */
export type Counting = {
  readonly startEvent: {
    readonly kind: StartEvent;
    readonly day: LocalDay;
    readonly at: number | null;
  } | null;
  readonly required: number;
  readonly completed: number;
  readonly days: readonly CountedDay[];
};

/** `AHEAD`: its day is not over and nothing was sampled yet; `EARLY`: sampled within the count, but only before its day. */
export type RoundState =
  | 'NOT_REQUIRED'
  | 'AHEAD'
  | 'MISSING'
  | 'INCOMPLETE'
  | 'POSITIVE'
  | 'EARLY'
  | 'COMPLETE';

/** The round the decision rests on; persons. `target` is null where no round was sampled. */
export type RoundStanding = {
  readonly state: RoundState;
  readonly target: number | null;
  readonly tested: number;
  readonly positive: number;
  readonly requiredOnDay: LocalDay | null;
};

/** What is wrong with a record that cannot be true. `SUM_OVER_TARGET`: the parts of its round say more tested than there are. */
export type FactFault =
  | 'DAY_NOT_A_DATE'
  | 'COUNT_NOT_A_NUMBER'
  | 'INSTANT_NOT_A_TIME'
  | 'ENDS_BEFORE_IT_BEGINS'
  | 'TARGET_NOT_POSITIVE'
  | 'TESTED_OVER_TARGET'
  | 'SUM_OVER_TARGET'
  | 'POSITIVE_OVER_TESTED';

/** One reason why the subject is not lowered. `persons` is how many are still to be tested, null when no target is known. */
export type Missing =
  | { readonly kind: 'DAYS'; readonly remaining: number }
  | {
      readonly kind: 'ROUND';
      readonly state: 'AHEAD' | 'MISSING' | 'INCOMPLETE' | 'POSITIVE' | 'EARLY';
      readonly onDay: LocalDay;
      readonly persons: number | null;
      readonly positive: number;
    }
  | { readonly kind: 'ROUND_ENDS_LATER'; readonly at: number }
  | { readonly kind: 'START_EVENT_UNRECORDED'; readonly event: StartEvent }
  | { readonly kind: 'EXPERT_DECISION' }
  | { readonly kind: 'EVIDENCE'; readonly evidence: ManualEvidence }
  | { readonly kind: 'LEVEL_NOT_IN_RULE_SET'; readonly level: Status }
  | { readonly kind: 'DESIGNATIONS_OVERLAP'; readonly ids: readonly string[] }
  | {
      readonly kind: 'FACT_INVALID';
      readonly fact: 'DESIGNATION' | 'INFECTION' | 'ROUND' | 'MILESTONE';
      readonly id: string;
      readonly fault: FactFault;
    }
  | { readonly kind: 'RULE_SET_INVALID' }
  | { readonly kind: 'INSTANT_INVALID' };

/**
 * What the rule says of one subject (an area, a zone) at one instant; all instants are epoch ms.
 * `outcome`: `NONE` nothing to decide (no designation stands, or only what remains once all is lifted), `STANDS` conditions not met,
 * `LOWER` the rule lowers it to `to` as of `dueAt`, `NEEDS_EXPERT_DECISION` conditions met but a person decides.
 */
export type Decision<K extends SubjectKind = 'AREA'> = {
  readonly subject: K;
  readonly at: number;
  /** Rule set the decision was made with. */
  readonly policy: { readonly id: string; readonly version: number };
  /** Stated status that stands at `at`; null when none does, which is unknown and never low. */
  readonly status: StatusOf<K> | null;
  /** Since when it stands without a gap, over re-pinned and corrected designations of the same status. */
  readonly since: number | null;
  readonly designationId: string | null;
  readonly cause: DesignationCause | null;
  /** When no designation stands: end of the last one, and start of the next. */
  readonly endedAt: number | null;
  readonly startsAt: number | null;
  readonly stage: Stage<K> | null;
  readonly counting: Counting | null;
  readonly round: RoundStanding;
  readonly missing: readonly Missing[];
  /** The instant from which all conditions were met and known to be, without a break; null while they are not. */
  readonly dueAt: number | null;
  /** When they would be met if nothing new is found and the round is done on its day; null where no rule leads down. */
  readonly earliestRelease: number | null;
  readonly outcome: 'NONE' | 'STANDS' | 'LOWER' | 'NEEDS_EXPERT_DECISION';
  /** The status it is, or would be, lowered to; null where there is none or the expert group chooses. */
  readonly to: LoweredTo<K> | null;
};
