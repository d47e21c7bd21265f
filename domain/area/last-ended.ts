import type { EndedView, RecordedLevel } from './area-view';

/**
 * The last level that ended, of the rows held true now; null when none has yet.
 * @param at epoch ms
 */
export function endedOf(rows: readonly RecordedLevel[], at: number): EndedView | null {
  const past = rows.filter((row) => row.recordedTo === null && row.validTo !== null && row.validTo <= at);
  const last = past.reduce<RecordedLevel | null>(
    (best, row) => (best === null || (row.validTo ?? 0) > (best.validTo ?? 0) ? row : best),
    null,
  );
  if (last === null || last.validTo === null) return null;
  return {
    level: last.level,
    since: last.validFrom,
    endedAt: last.validTo,
    recordedAt: last.recordedFrom,
    cause: last.endCause,
    reason: last.reason,
  };
}
