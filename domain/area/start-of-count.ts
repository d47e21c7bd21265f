import type { Evidence } from '@/domain/area/evidence';
import type { DayCount, StartEvent } from '@/domain/policy/types';
import { type DayNumber, dayNumberUpTo } from '@/domain/time/day-number';

export type CountStart =
  | { readonly kind: StartEvent; readonly day: DayNumber; readonly at: number | null }
  | { readonly unrecorded: StartEvent };

/**
 * The event the count of days starts from: the latest of the policy's start events, or a later infection that resets
 * the clock. `since` is the epoch ms from which the level stands. A designation at exactly 0时 belongs to the day
 * that is just over (its 24时), so the first day is a whole day after it.
 * A case that left, or a disinfection done, before the last such infection says nothing: the event is unrecorded.
 */
export function startOfCount(dayCount: DayCount, since: number, evidence: Evidence): CountStart {
  const { lastReset } = evidence;
  let start: Extract<CountStart, { kind: StartEvent }> | null = null;
  for (const kind of dayCount.startEvents) {
    const day = dayOfEvent(kind, since, evidence);
    if (day === null) {
      if (kind === 'LAST_POSITIVE' && dayCount.startEvents.length > 1) continue;
      return { unrecorded: kind };
    }
    if (start === null || day > start.day) start = { kind, day, at: kind === 'DESIGNATION' ? since : null };
  }
  if (lastReset !== null && (start === null || lastReset > start.day)) {
    return { kind: 'LAST_POSITIVE', day: lastReset, at: null };
  }
  return start ?? { unrecorded: 'LAST_POSITIVE' };
}

function dayOfEvent(kind: StartEvent, since: number, { lastReset, milestones }: Evidence): DayNumber | null {
  switch (kind) {
    case 'DESIGNATION':
      return dayNumberUpTo(since);
    case 'LAST_POSITIVE':
      return lastReset;
    case 'CASE_LEFT':
    case 'FINAL_DISINFECTION': {
      const after = milestones.filter((m) => m.kind === kind && m.day >= (lastReset ?? m.day));
      return after.reduce<DayNumber | null>((last, { day }) => Math.max(last ?? day, day), null);
    }
  }
}
