import { countDays } from '@/domain/area/count-days';
import type { Counting, Decision, Missing, RoundStanding } from '@/domain/area/decision';
import type { Evidence } from '@/domain/area/evidence';
import { judgeRound, NO_ROUND } from '@/domain/area/judge-round';
import { startOfCount } from '@/domain/area/start-of-count';
import type { DayCount, Stage } from '@/domain/policy/types';
import type { SubjectKind } from '@/domain/status/status';
import { dayNumberAt, localDayOf, startOfDayNumber } from '@/domain/time/day-number';

/** The part of a decision that the conditions of a stage settle. */
export type Weighed<K extends SubjectKind = SubjectKind> = Pick<
  Decision<K>,
  'counting' | 'round' | 'missing' | 'dueAt' | 'earliestRelease' | 'outcome' | 'to'
>;

/**
 * Weigh the conditions of the stage a subject stands in at `at` (epoch ms).
 * @param since epoch ms since when the status stands.
 * @param faults what is wrong with the designations; nothing is lowered before they are corrected.
 */
export function weighStage<K extends SubjectKind>(given: {
  readonly stage: Stage<K>;
  readonly dayCount: DayCount;
  readonly since: number;
  readonly faults: readonly Missing[];
  readonly evidence: Evidence;
  readonly at: number;
}): Weighed<K> {
  const { stage, dayCount, since, faults, evidence, at } = given;
  const blocking = [...faults, ...evidence.blocking];
  const to = stage.to.length === 1 ? (stage.to[0] ?? null) : null;
  const byPerson = askedOfPerson(stage);
  const stands = (
    counting: Counting,
    round: RoundStanding,
    missing: readonly Missing[],
    earliestRelease: number | null,
  ): Weighed<K> => ({ counting, round, missing, dueAt: null, earliestRelease, outcome: 'STANDS', to });
  const start = startOfCount(dayCount, since, evidence);
  if ('unrecorded' in start) {
    const counting = { startEvent: null, required: stage.days, completed: 0, days: [] };
    const unrecorded: Missing = { kind: 'START_EVENT_UNRECORDED', event: start.unrecorded };
    return stands(counting, NO_ROUND, [...blocking, unrecorded, ...byPerson], null);
  }
  const first = dayCount.startDayCounts ? start.day : start.day + 1;
  const today = dayNumberAt(at) ?? first;
  const completed = Math.max(0, today - first);
  const broken = start.kind === 'LAST_POSITIVE' && first > start.day ? start.day : null;
  const counting: Counting = {
    startEvent: { kind: start.kind, day: localDayOf(start.day), at: start.at },
    required: stage.days,
    completed,
    days: countDays({ first, required: stage.days, today, broken }, evidence.figures),
  };
  const daysDoneAt = Math.max(since, startOfDayNumber(first + stage.days));
  const { round, completeAt } =
    stage.round === null
      ? { round: NO_ROUND, completeAt: daysDoneAt }
      : judgeRound(evidence.parts, first, first + stage.round.onDay - 1, at);
  const metAt = completeAt === null ? null : Math.max(daysDoneAt, completeAt);
  const missing = [...blocking, ...lacking(stage, completed, round, metAt, at, evidence), ...byPerson];
  if (blocking.length > 0) return stands(counting, round, missing, null);
  // With the round lacking, the earliest is that it is done on its day, or now where that day is over.
  const roundDay = startOfDayNumber(first + (stage.round?.onDay ?? 1) - 1);
  const earliestRelease = metAt ?? Math.max(daysDoneAt, roundDay, at);
  if (metAt === null || metAt > at) return stands(counting, round, missing, earliestRelease);
  const outcome = byPerson.length > 0 ? 'NEEDS_EXPERT_DECISION' : 'LOWER';
  return { counting, round, missing: byPerson, dueAt: metAt, earliestRelease, outcome, to };
}

type Conditions = Omit<Stage<SubjectKind>, 'status' | 'to'>;

function lacking(
  stage: Conditions,
  completed: number,
  round: RoundStanding,
  metAt: number | null,
  at: number,
  evidence: Evidence,
): readonly Missing[] {
  const missing: Missing[] = [];
  if (completed < stage.days) missing.push({ kind: 'DAYS', remaining: stage.days - completed });
  else if (metAt !== null && metAt > at) missing.push({ kind: 'ROUND_ENDS_LATER', at: metAt });
  const { state, requiredOnDay: onDay, positive } = round;
  if (state === 'NOT_REQUIRED' || state === 'COMPLETE' || onDay === null) return missing;
  missing.push({ kind: 'ROUND', state, onDay, persons: personsLacking(round), positive });
  return [...missing, ...evidence.faults];
}

function personsLacking({ state, target, tested }: RoundStanding): number | null {
  if (target === null || target === 0) return null;
  return state === 'INCOMPLETE' ? Math.max(0, target - tested) : target;
}

function askedOfPerson(stage: Conditions): readonly Missing[] {
  const evidence = stage.evidence.map((named) => ({ kind: 'EVIDENCE', evidence: named }) as const);
  return stage.by === 'EXPERT_DECISION' ? [...evidence, { kind: 'EXPERT_DECISION' }] : evidence;
}
