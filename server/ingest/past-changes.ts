import type { PastChanges } from '@/domain/list/list-change';
import type { RawTransaction } from '@/server/db/transaction';
import type { StoredSummary } from './last-applied';

/** Lists looked back upon: some four days of publications. */
const REMEMBERED = 24;
const HOUR_MS = 3_600_000;

/** What the lists applied last for this authority changed: from this the next one is judged. */
export async function pastChanges(
  reader: Pick<RawTransaction, '$queryRaw'>,
  authorityId: string,
): Promise<PastChanges> {
  const rows = await reader.$queryRaw<{ summary: StoredSummary }[]>`
    select summary from list_import
    where authority_id = ${authorityId} and status = 'APPLIED'
    order by (summary->>'order')::int desc limit ${REMEMBERED}`;
  return rememberChanges(rows.map((row) => row.summary));
}

/** @param summaries of applied lists, the one applied last first; older forms may lack parts */
export function rememberChanges(summaries: readonly StoredSummary[]): PastChanges {
  const changes: PastChanges['changes'][number][] = [];
  const peaks: Record<string, number> = {};
  for (const [index, { list, counts, holds }] of summaries.entries()) {
    for (const [province, places] of Object.entries(list.provinces ?? {})) {
      peaks[province] = Math.max(peaks[province] ?? 0, places);
    }
    const before = summaries[index + 1]?.list;
    const hours = before === undefined ? 0 : (list.listTime - before.listTime) / HOUR_MS;
    const usual = hours > 0 && (holds ?? []).length === 0;
    if (usual) changes.push({ hours, added: counts?.added ?? 0, gone: counts?.ended ?? 0 });
  }
  return { changes, peaks };
}
