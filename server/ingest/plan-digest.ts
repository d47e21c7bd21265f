import { createHash } from 'node:crypto';
import type { ListPlan } from './list-plan';

/** A digest of what a plan would do: two plans of equal digest change the same rows in the same way. */
export function planDigest(
  fileHash: string,
  plan: Pick<
    ListPlan,
    'diff' | 'added' | 'renamed' | 'holds' | 'standing' | 'discrepancies' | 'homeDivision'
  >,
): string {
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
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}
