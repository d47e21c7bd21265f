import type { ListSummary } from '@/domain/list/summary';
import type { RawTransaction } from '@/server/db/transaction';
import type { LastApplied } from './list-plan';

/** What is stored with an import: what must be remembered of the list, and what it did or would do. */
export interface StoredSummary {
  /** The first list applied for an authority is 1, the next 2 …; 0 while it is held. A paused clock cannot tell. */
  readonly order: number;
  readonly list: ListSummary;
  readonly effectiveAt: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Why it had to wait, in the form of its time: `readHold` reads either. */
  readonly holds: readonly unknown[];
}

/** The list applied last for this authority: by the order of application, not by the lists' own hours. */
export async function lastApplied(
  reader: Pick<RawTransaction, '$queryRaw'>,
  authorityId: string,
): Promise<LastApplied | null> {
  const [row] = await reader.$queryRaw<{ id: string; fileHash: string; summary: StoredSummary }[]>`
    select id, file_hash as "fileHash", summary from list_import
    where authority_id = ${authorityId} and status = 'APPLIED'
    order by (summary->>'order')::int desc limit 1`;
  if (!row) return null;
  const { list, effectiveAt, order } = row.summary;
  return { id: row.id, fileHash: row.fileHash, summary: list, effectiveAt, order };
}
