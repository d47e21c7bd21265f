import { addDays, dayOf, startOfDay } from '@/domain/time/shanghai';
import { sweepDowngrades } from '@/server/areas/sweep-downgrades';
import { assertMay, type Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { transactAudited } from '@/server/db/transact';
import { Problem } from '@/server/errors';
import { applyDrillEvents } from './apply-drill-events';
import type { DrillClock } from './drill-clock';

const LONGEST_MS = 60 * 86_400_000;

/** How to move the clock: forward by so many milliseconds, and whether time stands still afterwards. */
export interface ClockMove {
  byMs?: number;
  paused?: boolean;
}

/**
 * Move the drill's clock forward, let its script happen and the downgrade job catch up. The clock stops at every
 * midnight and every planned event on the way, as real time would pass them: days become full there, and levels fall at
 * that instant and not at the end of the leap.
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
  const { byMs = 0, paused } = move;
  if (!Number.isSafeInteger(byMs) || byMs < 0 || byMs > LONGEST_MS) {
    throw new Problem('invalid-input', 'The clock moves forward, by at most 60 days at a time.', [
      { pointer: '/by', reason: 'outside 0…60 days' },
    ]);
  }
  await drill.refresh();
  const stayPaused = paused ?? drill.paused;
  const from = drill.now();
  const target = from + byMs;
  let lowered = 0;
  for (const stop of byMs > 0 ? await stops(db, from, target) : []) {
    await drill.set(stop, true);
    await applyDrillEvents({ db, clock: drill, downgrade: { request: async () => undefined } });
    lowered += (await sweepDowngrades(db, drill, 'drill clock')).lowered;
  }
  await drill.set(target, stayPaused);
  await transactAudited(db, drill, viewer.id, async () => ({
    result: undefined,
    audit: [
      {
        action: 'DRILL_CLOCK_MOVED',
        entity: 'clock',
        entityId: 'drill',
        reason: '',
        after: { byMs, paused: stayPaused },
      },
    ],
  }));
  return { now: target, lowered };
}

/** The instants to stop at after `from`, up to and with `to` (epoch ms): midnights in Asia/Shanghai and planned events. */
async function stops(db: Database, from: number, to: number): Promise<number[]> {
  const planned = await db.prisma.drillEvent.findMany({
    where: { appliedAt: null, at: { gt: new Date(from), lte: new Date(to) } },
    select: { at: true },
  });
  const found = new Set([to, ...planned.map((event) => event.at.getTime())]);
  for (let day = addDays(dayOf(from), 1); startOfDay(day) < to; day = addDays(day, 1))
    found.add(startOfDay(day));
  return [...found].sort((a, b) => a - b);
}
