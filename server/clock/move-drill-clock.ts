import { addDays, dayOf, startOfDay } from '@/domain/time/shanghai';
import { sweepDowngrades } from '@/server/areas/sweep-downgrades';
import { assertMay, type Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { transact } from '@/server/db/transact';
import { Problem } from '@/server/errors';
import type { DrillClock } from './drill-clock';

const LONGEST_MS = 60 * 86_400_000;

/** How to move the clock: forward by so many milliseconds, and whether time stands still afterwards. */
export interface ClockMove {
  byMs?: number;
  paused?: boolean;
}

/**
 * Move the drill's clock forward and let the downgrade job catch up. The clock stops at every midnight on the way, as
 * real time would pass it, because days become full there and levels fall at that instant and not at the end of the leap.
 * @returns the new instant (epoch ms) and how many areas were lowered on the way.
 * @throws Problem not-found unless an administrator asks in a drill; invalid-input for a leap back or over 60 days.
 */
export async function moveDrillClock(
  db: Database,
  drill: DrillClock | null,
  viewer: Viewer,
  move: ClockMove,
): Promise<{ now: number; lowered: number }> {
  assertMay(viewer, 'administer', '', 'The drill clock');
  if (!drill) throw new Problem('not-found', 'This deployment is not a drill; its clock is the machine’s.');
  const { byMs = 0, paused = drill.paused } = move;
  if (!Number.isSafeInteger(byMs) || byMs < 0 || byMs > LONGEST_MS) {
    throw new Problem('invalid-input', 'The clock moves forward, by at most 60 days at a time.', [
      { pointer: '/by', reason: 'outside 0…60 days' },
    ]);
  }
  await drill.refresh();
  const from = drill.now();
  const target = from + byMs;
  let lowered = 0;
  for (const stop of byMs > 0 ? [...midnightsBetween(from, target), target] : []) {
    await drill.set(stop, true);
    lowered += (await sweepDowngrades(db, drill, 'drill clock')).lowered;
  }
  await drill.set(byMs > 0 ? target : drill.now(), paused);
  await transact(db, drill.now(), viewer.id, async () => ({
    result: undefined,
    changes: [],
    audit: [
      {
        action: 'DRILL_CLOCK_MOVED',
        entity: 'clock',
        entityId: 'drill',
        reason: '',
        after: { byMs, paused },
      },
    ],
  }));
  return { now: drill.now(), lowered };
}

/** Every 00:00 in Asia/Shanghai after `from`, before `to` (epoch ms). */
function midnightsBetween(from: number, to: number): number[] {
  const found: number[] = [];
  for (let day = addDays(dayOf(from), 1); startOfDay(day) < to; day = addDays(day, 1))
    found.push(startOfDay(day));
  return found;
}
