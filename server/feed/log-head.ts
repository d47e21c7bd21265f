import type { Database } from '@/server/db/connect';

/** The number of the last line of the change log as committed by now; 0 when it is empty. */
export async function logHead(db: Pick<Database, 'pool'>): Promise<number> {
  const { rows } = await db.pool.query<{ seq: string }>(
    'select coalesce(max(seq), 0) as seq from change_log',
  );
  return Number(rows[0]?.seq ?? 0);
}
