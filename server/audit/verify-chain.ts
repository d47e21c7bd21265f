import type { Database } from '@/server/db/connect';

/** What a check of the audit trail found. `brokenAt` is the first row that is not as it was written, if any. */
export interface ChainCheck {
  rows: number;
  brokenAt: number | null;
}

/**
 * Prove the audit trail: every row's hash is that of its fields, it names the hash of the row before it, and no number
 * is missing. A row changed, removed or inserted afterwards shows from that row on.
 */
export async function verifyAuditChain(db: Database): Promise<ChainCheck> {
  const { rows } = await db.pool.query<{ rows: string; broken: string | null }>(
    `select count(*) as rows, min(seq) filter (where not sound) as broken from (
       select e.seq, e.hash = audit_row_hash(e)
                     and e.prev_hash = coalesce(lag(e.hash) over chain, '')
                     and e.seq = coalesce(lag(e.seq) over chain, 0) + 1 as sound
       from audit_entry e window chain as (order by e.seq)) checked`,
  );
  const found = rows[0];
  return { rows: Number(found?.rows ?? 0), brokenAt: found?.broken ? Number(found.broken) : null };
}
