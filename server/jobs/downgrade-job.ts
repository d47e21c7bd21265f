import PgBoss from 'pg-boss';
import { sweepDowngrades } from '@/server/areas/sweep-downgrades';
import type { Clock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';

const QUEUE = 'downgrade-sweep';

/** The downgrade job: on schedule, and soon after an infection or a round is recorded. */
export interface DowngradeJob {
  /** Ask for a pass soon. Requests that come while one is waiting are answered by that one. */
  request(trigger: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Start the job's worker and schedule on pg-boss, which keeps its queue in the same database: a pass asked for is not
 * lost by a restart, and of several processes one takes it.
 * @param everyMinutes 1…59.
 */
export async function startDowngradeJob(
  db: Database,
  clock: Clock,
  everyMinutes: number,
  report: (error: unknown) => void,
): Promise<DowngradeJob> {
  const boss = new PgBoss({ connectionString: db.url, schema: 'pgboss', max: 4 });
  boss.on('error', report);
  await boss.start();
  await boss.createQueue(QUEUE, {
    name: QUEUE,
    policy: 'short',
    retryLimit: 5,
    retryDelay: 5,
    expireInMinutes: 15,
  });
  await boss.schedule(QUEUE, `*/${everyMinutes} * * * *`, { trigger: 'schedule' });
  await boss.work<{ trigger: string }>(QUEUE, { pollingIntervalSeconds: 1 }, async ([job]) => {
    await sweepDowngrades(db, clock, job?.data.trigger ?? 'schedule');
  });
  return {
    request: async (trigger) => {
      await boss.send(QUEUE, { trigger }).catch(report);
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
