import type { AreaIndex } from '@/domain/lookup/area/area-index';
import type { Database } from '@/server/db/connect';
import type { IndexPart } from './index-part';

/**
 * Compare a snapshot with the database at the snapshot's own version, part by part, in one read of the database.
 * @returns what differs, by part and the division or subject it names; null when the log has moved on, so that there is
 * nothing to compare with.
 */
export async function differencesOf(
  db: Database,
  index: AreaIndex,
  parts: readonly IndexPart[],
): Promise<string[] | null> {
  const client = await db.pool.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const head = await client.query<{ head: string }>('select coalesce(max(seq), 0) as head from change_log');
    if (Number(head.rows[0]?.head) !== index.version) return null;
    const differing: string[] = [];
    for (const { name, differences } of parts) {
      for (const where of (await differences?.(client, index)) ?? []) differing.push(`${name}:${where}`);
    }
    return differing;
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}
