import { applyDrillEvents } from '@/server/clock/apply-drill-events';
import type { DrillClock } from '@/server/clock/drill-clock';
import { finishDrillMove } from '@/server/clock/move-drill-clock';
import type { Database } from '@/server/db/connect';
import { listenTo } from '@/server/db/listener';

const POLL_MS = 5_000;

/**
 * Follow moves of the drill clock made by other threads and processes. A lost notification costs at most the poll
 * interval.
 * @returns a function that stops following.
 */
export async function followDrillClock(db: Database, drill: DrillClock): Promise<() => Promise<void>> {
  const refresh = () => void drill.refresh().catch(() => undefined);
  const unlisten = await listenTo(db.url, 'fengqu_clock', refresh);
  const poll = setInterval(refresh, POLL_MS);
  return async () => {
    clearInterval(poll);
    await unlisten();
  };
}

/**
 * Follow the drill clock, let the drill's script happen while time runs by itself, and finish the move of a process that
 * was killed.
 * @returns a function that stops following.
 */
export async function watchDrillClock(
  db: Database,
  drill: DrillClock,
  report: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const unfollow = await followDrillClock(db, drill);
  let stopped = false;
  let busy = false;
  const tick = () => {
    if (busy) return;
    busy = true;
    void play(db, drill)
      .catch((error: unknown) => {
        if (!stopped) report(error);
      })
      .finally(() => {
        busy = false;
      });
  };
  tick();
  const poll = setInterval(tick, POLL_MS);
  return async () => {
    stopped = true;
    clearInterval(poll);
    await unfollow();
  };
}

async function play(db: Database, drill: DrillClock): Promise<void> {
  await drill.refresh();
  if (drill.move) await finishDrillMove(db, drill);
  else if (!drill.paused) {
    await applyDrillEvents({ db, clock: drill, downgrade: { request: async () => undefined } });
  }
}
