import type { HoldPolicy } from '@/domain/list/hold-policy';
import type { HoldReason } from '@/domain/list/hold-reason';
import type { ListChange, PastChanges } from '@/domain/list/list-change';
import { unevenness } from '@/domain/list/spread';

/** Fewer lists than this teach nothing about how many new places to expect. */
const LESSONS = 3;
/** Fewer places gone than this are a county's ordinary release. */
const MIN_GONE = 20;
/** Honest drops of thousands bring tens to hundreds of new places; fewer than one in 500 is as good as none. */
const NEW_PER_GONE = 1 / 500;
/** So many times fewer new places than expected are as good as none. */
const FAR_FEWER = 0.1;
/** The truncated list of 9 December 2022 lost 68 % with an unevenness of 0.32. */
const EVEN = 0.55;
const VERY_EVEN = 0.42;
const MIN_EXPECTED = 5;
/**
 * So many gone at once and none new are held however they are spread, from the quiet share on; from a quarter more where
 * the lists before teach that none need come.
 */
const MANY_GONE = 50;
const QUIET_MARGIN = 1.25;

/**
 * How many new places the lists before this one would lead one to expect; null when they teach nothing.
 * @param hours between the last list and this one
 */
function expectedNew(past: PastChanges, hours: number): number | null {
  if (past.changes.length < LESSONS) return null;
  const rates = past.changes.map(({ added, hours: between }) => added / Math.max(1, between));
  const sorted = rates.sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return middle * Math.min(24, Math.max(1, hours));
}

/**
 * Whether many places went and next to nothing came where the lists before had new places. Null: these teach nothing.
 * @param share of the places that must be gone
 */
export function noneNew(change: ListChange, past: PastChanges, hours: number, share: number): boolean | null {
  const expected = expectedNew(past, hours);
  if (expected === null) return null;
  if (change.gone < Math.max(MIN_GONE, change.before * share)) return false;
  return expected >= MIN_EXPECTED && change.added <= expected * FAR_FEWER;
}

/** The reasons to wait that lie in how many places are gone, how many came, and how the gone ones are spread. */
export function goneHolds(
  change: ListChange,
  lost: number,
  past: PastChanges,
  hours: number,
  policy: HoldPolicy,
): HoldReason[] {
  const { gone, before, added } = change;
  if (before === 0 || gone < MIN_GONE) return [];
  const share = gone / before;
  const uneven = unevenness(change) ?? 1;
  const expected = noneNew(change, past, hours, policy.noneNewShare);
  const none = added <= gone * NEW_PER_GONE;
  const even = uneven <= EVEN;
  const telling = none && share >= policy.noneNewShare && (expected ?? even);
  const margin = expected === null ? 1 : QUIET_MARGIN;
  const many = gone >= MANY_GONE && share >= policy.quietShare * margin;
  if (telling || (none && share >= policy.quietShare && (even || many))) {
    return [{ code: 'GONE_NONE_NEW', before, gone, added }];
  }
  const near = hours <= 2 * policy.neighbourHours;
  if (near && uneven <= VERY_EVEN && share >= policy.evenShare && lost > 0 && added < gone / 8) {
    return [{ code: 'GONE_EVENLY', before, gone, added }];
  }
  return [];
}
