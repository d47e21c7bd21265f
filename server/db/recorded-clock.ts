import type { Database } from './connect';

/** The last recorded instant (epoch ms): what is known then cannot change any more, for all later ones are greater. */
export async function lastRecorded(db: Pick<Database, 'pool'>): Promise<number> {
  const { rows } = await db.pool.query<{ at: Date }>('select at from recorded_clock where id = 1');
  return rows[0]?.at.getTime() ?? 0;
}

/**
 * See to it that what is known at `instant` (epoch ms) cannot change any more: a recording under way is waited for, and
 * none that follows will be of that instant or before it. Costs a write only beyond the last recorded instant.
 * @param instant not after the clock's present, or recorded time would run ahead of the world's.
 */
export async function sealRecorded(db: Pick<Database, 'pool'>, instant: number): Promise<void> {
  await db.pool.query('select seal_recorded($1)', [new Date(instant)]);
}
