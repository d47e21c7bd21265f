import type { Database } from '@/server/db/connect';

/**
 * Recorded time never goes back. A test that plays a history of its own, at other hours than the one before it in the
 * same database, lets it begin again; areas of different tests have nothing to do with each other.
 */
export async function anotherHistory(db: Database): Promise<void> {
  await db.pool.query("update recorded_clock set at = 'epoch'");
  db.recorded.at = 0;
}
