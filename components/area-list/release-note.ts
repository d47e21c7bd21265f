import type { Decision } from '@/domain/area/decision';

/** When an area can fall, or what stands between: an instant in epoch ms, or one of the words. */
export type ReleaseNote =
  | { readonly kind: 'at'; readonly at: number }
  | { readonly kind: 'late'; readonly hours: number }
  | { readonly kind: 'expert' | 'round' | 'evidence' | 'none' };

/** What a list says of an area's earliest release at `at` (epoch ms). */
export function releaseNote(decision: Decision | null, at: number): ReleaseNote {
  if (decision === null) return { kind: 'none' };
  const { outcome, dueAt, counting, missing, earliestRelease } = decision;
  if (outcome === 'LOWER') return { kind: 'late', hours: Math.max(0, (at - (dueAt ?? at)) / 3_600_000) };
  if (outcome === 'NEEDS_EXPERT_DECISION') return { kind: 'expert' };
  const full = counting !== null && counting.completed >= counting.required;
  if (full && missing.some((item) => item.kind === 'ROUND')) return { kind: 'round' };
  if (missing.some((item) => item.kind === 'START_EVENT_UNRECORDED' || item.kind === 'EVIDENCE')) {
    return { kind: 'evidence' };
  }
  return earliestRelease === null ? { kind: 'none' } : { kind: 'at', at: earliestRelease };
}
