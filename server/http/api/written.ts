import type { Decision, Missing } from '@/domain/area/decision';
import type { LookupResult, Why } from '@/domain/lookup/types';

/** An instant (epoch ms) as the contract writes it. */
export function iso(at: number): string;
export function iso(at: number | null): string | null;
export function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** The reason of a level with its instants written out. */
export function writtenWhy(why: Why) {
  if (why.rule === 'STANDING' || why.rule === 'NOT_YET') return { ...why, from: iso(why.from) };
  if (why.rule === 'RELEASED') return { ...why, endedAt: iso(why.endedAt) };
  return why;
}

/** A result of the look-up with its instants written out. */
export function writtenResult<R extends Omit<LookupResult, 'match'>>(result: R) {
  const { since, lookback, source, why } = result;
  return {
    ...result,
    since: iso(since),
    lookback: { ...lookback, last: iso(lookback.last) },
    source: source && { ...source, publishedAt: iso(source.publishedAt) },
    why: writtenWhy(why),
    // The contract has no word for it yet; the sentence says it.
    overlapping: undefined,
  };
}

/** What the rule said of an area: how it counted, what is missing, and when it can be met. */
export function writtenDecision({ counting, round, missing, ...decision }: Decision) {
  const begun = counting?.startEvent ?? null;
  return {
    outcome: decision.outcome,
    to: decision.to,
    counting: counting && { ...counting, startEvent: begun && { ...begun, at: iso(begun.at) } },
    round,
    missing: missing.map(writtenMissing),
    dueAt: iso(decision.dueAt),
    earliestRelease: iso(decision.earliestRelease),
  };
}

function writtenMissing(missing: Missing) {
  return missing.kind === 'ROUND_ENDS_LATER' ? { ...missing, at: iso(missing.at) } : missing;
}
