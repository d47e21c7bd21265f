import pg from 'pg';
import { applyDrillEvents } from '@/server/clock/apply-drill-events';
import type { DrillClock } from '@/server/clock/drill-clock';
import type { Database } from '@/server/db/connect';

/**
 * Follow moves of the drill clock made by other processes, and let the drill's script happen while time runs by
 * itself. A lost notification costs at most the poll interval.
 * @returns a function that stops following.
 */
export async function watchDrillClock(db: Database, drill: DrillClock): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: db.url });
  client.on('error', () => undefined);
  client.on('notification', () => void drill.refresh().catch(() => undefined));
  await client.connect();
  await client.query('listen fengqu_clock');
  const tick = async () => {
    await drill.refresh();
    if (!drill.paused)
      await applyDrillEvents({ db, clock: drill, downgrade: { request: async () => undefined } });
  };
  const poll = setInterval(() => void tick().catch(() => undefined), 5_000);
  return async () => {
    clearInterval(poll);
    await client.end().catch(() => undefined);
  };
}
