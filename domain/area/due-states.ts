import { addDays, dayOf, startOfDay } from '@/domain/time/shanghai';
import type { Decision } from './decision';

/** What waits: due today, due tomorrow, full but lacking the round, waiting for the expert group, past due. */
export const DUE_STATES = ['today', 'tomorrow', 'lacking', 'expert', 'late'] as const;
export type DueState = (typeof DUE_STATES)[number];

/**
 * What waits for an area at `at` (epoch ms). `late`: the conditions were met and the level still stands — a fault to
 * show. `today` and `tomorrow` go by the Shanghai day at whose end (24:00) the level can fall.
 * @param decision the rule's answer; null for areas our rule does not lower
 */
export function dueStates(decision: Decision | null, at: number): DueState[] {
  if (!decision) return [];
  const found: DueState[] = [];
  const { counting, earliestRelease, outcome, missing } = decision;
  const full = counting !== null && counting.completed >= counting.required;
  if (outcome === 'LOWER') found.push('late');
  if (outcome === 'NEEDS_EXPERT_DECISION') found.push('expert');
  if (full && missing.some((item) => item.kind === 'ROUND')) found.push('lacking');
  else if (earliestRelease !== null && outcome === 'STANDS') {
    const midnight = startOfDay(addDays(dayOf(at), 1));
    if (earliestRelease <= midnight) found.push('today');
    else if (earliestRelease <= midnight + 86_400_000) found.push('tomorrow');
  }
  return found;
}
