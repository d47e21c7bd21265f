import type { ListDiff } from './diff-types';
import type { HoldReason } from './hold-reason';
import type { DiscrepancyRow, PlannedArea, PlannedRename, StandingListPlace } from './planned';

/** What a list would do, as far as it changes rows. */
export interface PlannedChange {
  readonly diff: ListDiff;
  readonly standing: ReadonlyMap<string, Pick<StandingListPlace, 'designationId'>>;
  readonly added: readonly PlannedArea[];
  readonly renamed: readonly PlannedRename[];
  readonly discrepancies: readonly DiscrepancyRow[];
  readonly homeDivision: string | null;
  readonly holds: readonly HoldReason[];
}

/** What a plan would do, in a text to take a digest of: two plans of equal text change the same rows in the same way. */
export function planText(fileHash: string, plan: PlannedChange): string {
  const { diff, added, renamed, holds, standing, discrepancies } = plan;
  const level = (areaId: string): string => standing.get(areaId)?.designationId ?? '';
  const parts = [
    fileHash,
    plan.homeDivision ?? '',
    ...holds.map((hold) => hold.code),
    ...added.map(({ entry, former }) => `a${entry.ordinal}:${former?.areaId ?? ''}`),
    ...[...diff.raised, ...diff.lowered].map((row) => `l${row.entry.ordinal}:${level(row.standing.areaId)}`),
    ...diff.ended.map((row) => `e${level(row.standing.areaId)}`),
    ...renamed.map(
      ({ row, target }) => `r${row.entry.ordinal}:${row.standing.areaId}:${target?.nameKey ?? ''}`,
    ),
    ...discrepancies.map((row) => `d${row.kind}:${row.areaId ?? ''}:${row.name}`),
  ];
  return parts.join('\n');
}
