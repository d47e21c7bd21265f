import { goneHolds, noneNew } from '@/domain/list/hold-gone';
import { DEFAULT_HOLD_POLICY, type HoldPolicy } from '@/domain/list/hold-policy';
import { provinceHolds } from '@/domain/list/hold-provinces';
import { readingHolds } from '@/domain/list/hold-reading';
import type { HoldReason } from '@/domain/list/hold-reason';
import type { ListChange, PastChanges } from '@/domain/list/list-change';
import type { ListWarning } from '@/domain/list/list-warning';
import type { ListSummary } from '@/domain/list/summary';

/** What a list is judged by. */
export interface HoldInput {
  /** The last applied list of the same authority; null for the first. */
  readonly previous: ListSummary | null;
  readonly next: ListSummary;
  /** What the reading of the list left open. */
  readonly warnings: readonly ListWarning[];
  readonly change: ListChange;
  readonly past: PastChanges;
  /** The clock's present, epoch ms. */
  readonly now: number;
}

const HOUR_MS = 3_600_000;
/** A level of fewer places ends honestly between two lists. */
const LARGE_LEVEL = 20;

/** Why a list must be confirmed by an officer before it is applied; empty when it need not be. */
export function holdReasons(input: HoldInput, policy: Partial<HoldPolicy> = {}): HoldReason[] {
  const { previous, next, change, past } = input;
  const limits = { ...DEFAULT_HOLD_POLICY, ...policy };
  const reasons = readingHolds(input.warnings);
  if (next.listTime > input.now) reasons.push({ code: 'DATED_AHEAD' });
  if (previous === null) return reasons;
  const hours = (next.listTime - previous.listTime) / HOUR_MS;
  if (hours < 0) reasons.push({ code: 'OLDER_THAN_LAST' });
  else if (hours === 0 && next.fingerprint !== previous.fingerprint) {
    const { gone, lowered } = change;
    // More places and none lost: the second edition of an hour completes the first.
    if (gone > 0 || lowered > 0) reasons.push({ code: 'SAME_HOUR_OTHER_CONTENT', gone, lowered });
  }
  const before = previous.places;
  if (before === 0) return reasons;
  if (next.places === 0) return [...reasons, { code: 'EMPTY_AFTER_FULL', before }];
  const neighbours = Math.abs(hours) <= limits.neighbourHours;
  const lost = neighbours ? change.gone : Math.max(0, before - next.places);
  if (lost > before * limits.maxDropShare) {
    const figures = { before, gone: lost, net: !neighbours, most: limits.maxDropShare };
    reasons.push({ code: 'TOO_MANY_GONE', ...figures });
  }
  reasons.push(...goneHolds(change, lost, past, hours, limits));
  const nothingCame = noneNew(change, past, hours, limits.noneNewShare) === true;
  reasons.push(
    ...provinceHolds(previous, next, past, nothingCame, limits),
    ...levelHolds(previous, next, change, hours, limits),
  );
  return reasons;
}

function levelHolds(
  previous: ListSummary,
  next: ListSummary,
  change: ListChange,
  hours: number,
  policy: HoldPolicy,
): HoldReason[] {
  if (!previous.levels || !next.levels || hours > policy.provinceMemoryDays * 24) return [];
  const [had, has] = [previous.levels, next.levels];
  return (['HIGH', 'MEDIUM'] as const)
    .filter((level) => had[level] >= LARGE_LEVEL && has[level] === 0 && change.gone >= had[level] / 2)
    .map((level) => ({ code: 'LEVEL_GONE', level, before: had[level] }));
}
