import type { Decision, Missing } from '@/domain/area/decision';
import type { DesignationCause } from '@/domain/area/types';
import { isRemainder, type Status, type SubjectKind } from '@/domain/status/status';
import type { LocalDay } from '@/domain/time/shanghai';

export type RoundMissing = Extract<Missing, { kind: 'ROUND' }>;
export type Asked = Extract<Missing, { kind: 'EVIDENCE' | 'EXPERT_DECISION' }>;
export type Barrier = Exclude<
  Missing,
  { kind: 'DAYS' | 'ROUND' | 'ROUND_ENDS_LATER' | 'EVIDENCE' | 'EXPERT_DECISION' }
>;

/** How far the count is: whole days that are over, and the infection that started it anew, if one did (persons). */
export type Counted = {
  readonly days: number;
  readonly from: LocalDay | null;
  readonly broken: { readonly day: LocalDay; readonly persons: number } | null;
};

type Downward = {
  readonly to: readonly Status[];
  readonly asked: readonly Asked[];
  readonly earliest: number;
};

/** What there is to say of a decision, before any language: one case, one sentence. Instants are epoch ms. */
export type Saying =
  | { readonly kind: 'UNKNOWN'; readonly endedAt: number | null; readonly startsAt: number | null }
  /** Only what remains once all is lifted: low risk, a precaution zone. */
  | { readonly kind: 'LOW'; readonly since: number; readonly cause: DesignationCause | null }
  /** Something that must be put right first; `status` null where none stands. */
  | { readonly kind: 'BARRED'; readonly status: Status | null; readonly barrier: Barrier }
  | {
      readonly kind: 'DUE';
      readonly counted: Counted;
      readonly allNegative: boolean;
      readonly dueAt: number;
      readonly to: readonly Status[];
    }
  | {
      readonly kind: 'ASKED';
      readonly counted: Counted;
      readonly to: readonly Status[];
      readonly asked: readonly Asked[];
    }
  /** Days are still to come. */
  | ({
      readonly kind: 'COUNTING';
      readonly counted: Counted;
      readonly remaining: number;
      readonly round: RoundMissing | null;
    } & Downward)
  /** The days are done and only the round is lacking; `round` null while a complete one is still being sampled. */
  | ({
      readonly kind: 'LACKING';
      readonly status: Status;
      readonly counted: Counted;
      readonly round: RoundMissing | null;
      readonly target: number | null;
      readonly tested: number;
      readonly wrong: Barrier | null;
    } & Downward);

/** Choose what to say of a decision. */
export function sayingOf<K extends SubjectKind>(decision: Decision<K>): Saying {
  const {
    status,
    since,
    cause,
    counting,
    stage,
    outcome,
    dueAt,
    earliestRelease: earliest,
    missing,
  } = decision;
  const barrier = missing.find(isBarrier) ?? null;
  if (status === null || since === null) {
    if (barrier !== null) return { kind: 'BARRED', status: null, barrier };
    return { kind: 'UNKNOWN', endedAt: decision.endedAt, startsAt: decision.startsAt };
  }
  if (isRemainder(decision.subject, status)) return { kind: 'LOW', since, cause };
  if (counting === null || stage === null || earliest === null) {
    return { kind: 'BARRED', status, barrier: barrier ?? { kind: 'RULE_SET_INVALID' } };
  }
  const { to } = stage;
  const counted = countedOf(counting);
  const asked = missing.filter(isAsked);
  if (outcome === 'LOWER' && dueAt !== null) {
    return { kind: 'DUE', counted, allNegative: decision.round.state === 'COMPLETE', dueAt, to };
  }
  if (outcome === 'NEEDS_EXPERT_DECISION') return { kind: 'ASKED', counted, to, asked };
  const round = missing.find((one) => one.kind === 'ROUND') ?? null;
  const remaining = counting.required - counting.completed;
  if (remaining > 0) return { kind: 'COUNTING', counted, remaining, round, to, asked, earliest };
  const { target, tested } = decision.round;
  return { kind: 'LACKING', status, counted, round, target, tested, wrong: barrier, to, asked, earliest };
}

function countedOf({ completed, startEvent, days }: NonNullable<Decision['counting']>): Counted {
  const first = days[0];
  const broken = first?.state === 'BROKEN' ? { day: first.day, persons: first.infectionsCounted } : null;
  return { days: completed, from: startEvent?.day ?? null, broken };
}

function isAsked(missing: Missing): missing is Asked {
  return missing.kind === 'EVIDENCE' || missing.kind === 'EXPERT_DECISION';
}

function isBarrier(missing: Missing): missing is Barrier {
  switch (missing.kind) {
    case 'DAYS':
    case 'ROUND':
    case 'ROUND_ENDS_LATER':
    case 'EVIDENCE':
    case 'EXPERT_DECISION':
      return false;
    default:
      return true;
  }
}
