import { randomUUID } from 'node:crypto';
import { type MoveDrillClockInput, moveDrillClockInput } from '@/domain/acts/deployment';
import { writeInstant } from '@/domain/time/say-instant';
import { addDays, dayOf, startOfDay } from '@/domain/time/shanghai';
import { sweepDowngrades } from '@/server/areas/sweep-downgrades';
import { assertMay, type Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { Problem } from '@/server/errors';
import { parseInput } from '@/server/parse-input';
import { NO_DOWNGRADE } from '@/server/service-context';
import { applyDrillEvents } from './apply-drill-events';
import type { DrillClock } from './drill-clock';
import { aloneAtClock, beginMove, endMove, standAt, takeOver } from './move-steps';

/**
 * Move the drill's clock forward, let its script happen and the downgrade job catch up. The clock stops at every
 * midnight and every planned event on the way, as real time would pass them: days become full there, and levels fall at
 * that instant and not at the end of the leap. Where a process was killed in mid-move, its move is finished first.
 * @returns the new instant (epoch ms) and how many areas were lowered on the way.
 * @throws Problem not-found unless an administrator asks in a drill; invalid-input for a leap back or over 60 days;
 * conflict while another move is under way, with where it stands and leads.
 */
export async function moveDrillClock(
  db: Database,
  drill: DrillClock | null,
  viewer: Viewer,
  input: MoveDrillClockInput,
): Promise<{ now: number; lowered: number }> {
  assertMay(viewer, 'clock-move', '', 'The drill clock');
  if (!drill) throw new Problem('not-found', 'This deployment is not a drill; its clock is the machine’s.');
  const { byMs, paused } = parseInput(moveDrillClockInput, input);
  const moved = await aloneAtClock(db, async () => {
    await finishLeft(db, drill);
    const stayPaused = paused ?? drill.paused;
    await beginMove(db, drill, { id: randomUUID(), by: viewer.id, byMs, paused: stayPaused });
    return carryOut(db, drill, []);
  });
  if (!moved) throw await movingAlready(drill);
  return moved.result;
}

/**
 * Finish the move that a killed process has left, if there is one and no living process is at it.
 * @returns whether a move was finished.
 */
export async function finishDrillMove(db: Database, drill: DrillClock): Promise<boolean> {
  const done = await aloneAtClock(db, () => finishLeft(db, drill));
  return done?.result ?? false;
}

async function finishLeft(db: Database, drill: DrillClock): Promise<boolean> {
  await drill.refresh();
  if (!drill.move) return false;
  await takeOver(db, drill, drill.move, randomUUID());
  // What was to happen where the clock stands may not have happened.
  await carryOut(db, drill, [drill.now()]);
  return true;
}

/** Carry out the move of the clock's row, beginning with the given stops. */
async function carryOut(db: Database, drill: DrillClock, first: readonly number[]) {
  const { move } = drill;
  if (!move) throw new Problem('conflict', 'The drill clock is not being moved.');
  let lowered = 0;
  for (const stop of [...first, ...(await stops(db, drill.now(), move.to))]) {
    await standAt(db, drill, move, stop);
    await applyDrillEvents({ db, clock: drill, downgrade: NO_DOWNGRADE });
    lowered += (await sweepDowngrades(db, drill, 'drill clock')).lowered;
  }
  await endMove(db, drill, move);
  return { now: move.to, lowered };
}

async function movingAlready(drill: DrillClock): Promise<Problem> {
  await drill.refresh();
  const stands = writeInstant(drill.now());
  const to = drill.move && writeInstant(drill.move.to);
  const leads = to === null ? '' : ` and is on its way to ${to}`;
  return new Problem(
    'conflict',
    `The drill clock is being moved already: it stands at ${stands}${leads}, Beijing time.`,
    [],
    { code: 'clock-moving', stands, to: to ?? stands },
  );
}

/** The instants to stop at after `from`, up to and with `to` (epoch ms): midnights in Asia/Shanghai and planned events. */
async function stops(db: Database, from: number, to: number): Promise<number[]> {
  if (to <= from) return [];
  const planned = await db.prisma.drillEvent.findMany({
    where: { appliedAt: null, at: { gt: new Date(from), lte: new Date(to) } },
    select: { at: true },
  });
  const found = new Set([to, ...planned.map((event) => event.at.getTime())]);
  for (let day = addDays(dayOf(from), 1); startOfDay(day) < to; day = addDays(day, 1))
    found.add(startOfDay(day));
  return [...found].sort((a, b) => a - b);
}
