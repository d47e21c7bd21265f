import type { FactFault } from '@/domain/area/decision';
import { isHeldAt, type ScreeningFact } from '@/domain/area/types';
import { type DayNumber, dayNumberAt, dayNumberUpTo } from '@/domain/time/day-number';

/**
 * A part of a screening round whose times and figures can be read. With a `fault` its figures contradict each other,
 * or those of its round do: its positives still count as found, but it proves no one negative.
 */
export type SampledPart = {
  readonly fact: ScreeningFact;
  /** The day its sampling ended; a positive in it was found that day. */
  readonly day: DayNumber;
  /** Epoch ms when it was both sampled and recorded. */
  readonly readyAt: number;
  /** Target of its whole round: the largest any part states, persons. */
  readonly roundTarget: number;
  readonly fault: FactFault | null;
};

/** Read the parts held true at `at` (epoch ms), and set aside those whose times or figures cannot be read. */
export function readParts(
  rounds: readonly ScreeningFact[],
  at: number,
): {
  parts: readonly SampledPart[];
  unreadable: readonly { readonly fact: ScreeningFact; readonly fault: FactFault }[];
} {
  const unreadable: { fact: ScreeningFact; fault: FactFault }[] = [];
  const readable: ScreeningFact[] = [];
  const targets = new Map<string, number>();
  const sums = new Map<string, number>();
  for (const fact of rounds) {
    if (!isHeldAt(fact, at)) continue;
    const fault = unreadableFault(fact);
    if (fault !== null) {
      unreadable.push({ fact, fault });
      continue;
    }
    readable.push(fact);
    targets.set(fact.roundId, Math.max(fact.target, targets.get(fact.roundId) ?? 0));
    sums.set(fact.roundId, fact.tested + (sums.get(fact.roundId) ?? 0));
  }
  const parts: SampledPart[] = [];
  for (const fact of readable) {
    const roundTarget = targets.get(fact.roundId) ?? 0;
    const day = Math.max(dayNumberAt(fact.from) ?? 0, dayNumberUpTo(fact.to) ?? 0);
    const readyAt = Math.max(fact.to, fact.recordedAt);
    const over = (sums.get(fact.roundId) ?? 0) > roundTarget ? 'SUM_OVER_TARGET' : null;
    parts.push({ fact, day, readyAt, roundTarget, fault: contradiction(fact, roundTarget) ?? over });
  }
  return { parts, unreadable };
}

function unreadableFault(fact: ScreeningFact): FactFault | null {
  if (dayNumberAt(fact.from) === null || dayNumberAt(fact.to) === null) return 'INSTANT_NOT_A_TIME';
  if (!Number.isFinite(fact.recordedAt)) return 'INSTANT_NOT_A_TIME';
  if (fact.from > fact.to) return 'ENDS_BEFORE_IT_BEGINS';
  const figures = [fact.target, fact.tested, fact.positive];
  return figures.every((n) => Number.isInteger(n) && n >= 0) ? null : 'COUNT_NOT_A_NUMBER';
}

function contradiction(fact: ScreeningFact, roundTarget: number): FactFault | null {
  if (roundTarget === 0) return 'TARGET_NOT_POSITIVE';
  if (fact.tested > roundTarget) return 'TESTED_OVER_TARGET';
  return fact.positive > fact.tested ? 'POSITIVE_OVER_TESTED' : null;
}
