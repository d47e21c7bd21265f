import type { RoundStanding } from '@/domain/area/decision';
import type { SampledPart } from '@/domain/area/sampled-part';
import { type DayNumber, localDayOf, startOfDayNumber } from '@/domain/time/day-number';

export const NO_ROUND: RoundStanding = {
  state: 'NOT_REQUIRED',
  target: null,
  tested: 0,
  positive: 0,
  requiredOnDay: null,
};

type Tally = {
  readonly roundId: string;
  readonly parts: readonly SampledPart[];
  readonly target: number;
  readonly tested: number;
  readonly positive: number;
  readonly lastFrom: number;
};

/**
 * Judge the screening rounds of an unbroken count (seed 004: 第5天风险区域内所有人员完成一轮核酸筛查均为阴性).
 * Parts sampled on `onDay` or later count; a part that began before that day does not.
 * @param firstDay day 1 of the count; parts sampled before it belong to no count and are left out.
 * @param onDay the day from which the round counts.
 * @param at epoch ms of the decision.
 * @returns the round the decision rests on (a complete one, else the latest), and the epoch ms at which it was complete.
 */
export function judgeRound(
  parts: readonly SampledPart[],
  firstDay: DayNumber,
  onDay: DayNumber,
  at: number,
): { round: RoundStanding; completeAt: number | null } {
  const requiredOnDay = localDayOf(onDay);
  const standing = (state: RoundStanding['state'], tally: Tally | undefined): RoundStanding => ({
    state,
    target: tally?.target ?? null,
    tested: tally?.tested ?? 0,
    positive: tally?.positive ?? 0,
    requiredOnDay,
  });
  const within = tallyFrom(parts, startOfDayNumber(onDay), Number.POSITIVE_INFINITY);
  const complete = within
    .filter(isComplete)
    .map((tally) => ({ tally, completeAt: completedAt(tally) }))
    .sort((a, b) => a.completeAt - b.completeAt || (a.tally.roundId < b.tally.roundId ? -1 : 1))[0];
  if (complete !== undefined) {
    return { round: standing('COMPLETE', complete.tally), completeAt: complete.completeAt };
  }
  const latest = latestOf(within);
  if (latest !== undefined) {
    return { round: standing(latest.positive > 0 ? 'POSITIVE' : 'INCOMPLETE', latest), completeAt: null };
  }
  const early = latestOf(tallyFrom(parts, startOfDayNumber(firstDay), startOfDayNumber(onDay)));
  if (early !== undefined) return { round: standing('EARLY', early), completeAt: null };
  const over = at >= startOfDayNumber(onDay + 1);
  return { round: standing(over ? 'MISSING' : 'AHEAD', undefined), completeAt: null };
}

function tallyFrom(parts: readonly SampledPart[], from: number, before: number): Tally[] {
  const rounds = new Map<string, SampledPart[]>();
  for (const part of parts) {
    if (part.fact.from < from || part.fact.from >= before) continue;
    const round = rounds.get(part.fact.roundId);
    if (round === undefined) rounds.set(part.fact.roundId, [part]);
    else round.push(part);
  }
  return [...rounds].map(([roundId, of]) => {
    let tested = 0;
    let positive = 0;
    let target = 0;
    let lastFrom = Number.NEGATIVE_INFINITY;
    for (const part of of) {
      if (part.fault === null) tested += part.fact.tested;
      positive += part.fact.positive;
      target = part.roundTarget;
      lastFrom = Math.max(lastFrom, part.fact.from);
    }
    return { roundId, parts: of, target, tested, positive, lastFrom };
  });
}

function isComplete({ target, tested, positive }: Tally): boolean {
  return target > 0 && tested >= target && positive === 0;
}

function completedAt({ parts, target }: Tally): number {
  let tested = 0;
  for (const part of [...parts].sort((a, b) => a.readyAt - b.readyAt)) {
    if (part.fault === null) tested += part.fact.tested;
    if (tested >= target) return part.readyAt;
  }
  return Number.POSITIVE_INFINITY;
}

function latestOf(tallies: readonly Tally[]): Tally | undefined {
  return tallies.reduce<Tally | undefined>((best, tally) => {
    if (best === undefined) return tally;
    const order = tally.lastFrom - best.lastFrom || (tally.roundId > best.roundId ? 1 : -1);
    return order > 0 ? tally : best;
  }, undefined);
}
