import { applyDrillEvents } from '@/server/clock/apply-drill-events';
import type { DrillClock } from '@/server/clock/drill-clock';
import { finishDrillMove } from '@/server/clock/move-drill-clock';
import type { Database } from '@/server/db/connect';
import { listenTo } from '@/server/db/listener';

/**
 * Follow moves of the drill clock made by other processes, let the drill's script happen while time runs by itself, and
 * finish the move of a process that was killed. A lost notification costs at most the poll interval.
 * @returns a function that stops following.
 */
export async function watchDrillClock(
  db: Database,
  drill: DrillClock,
  report: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const refresh = () => void drill.refresh().catch(() => undefined);
  const unlisten = await listenTo(db.url, 'fengqu_clock', refresh);
  let stopped = false;
  let busy = false;
  const tick = () => {
    if (busy) return;
    busy = true;
    void follow(db, drill)
      .catch((error: unknown) => {
        if (!stopped) report(error);
      })
      .finally(() => {
        busy = false;
      });
  };
  tick();
  const poll = setInterval(tick, 5_000);
  return async () => {
    stopped = true;
    clearInterval(poll);
    await unlisten();
  };
}

async function follow(db: Database, drill: DrillClock): Promise<void> {
  await drill.refresh();
  if (drill.move) await finishDrillMove(db, drill);
  else if (!drill.paused) {
    await applyDrillEvents({ db, clock: drill, downgrade: { request: async () => undefined } });
  }
}
