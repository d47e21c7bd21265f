import { z } from 'zod';
import type { AuditLine } from '@/domain/record/audit-line';
import { act } from '@/server/acts/act';
import { verb } from '@/server/acts/verb';
import { inTheNameOf } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { Problem } from '@/server/errors';
import { NO_DOWNGRADE } from '@/server/service-context';
import type { DrillClock, Move } from './drill-clock';

/** The key of the session-scoped lock that one process holds for a whole move. */
const MOVE_LOCK = 7_034_015;

/**
 * Run `work` as the only process that moves the drill's clock. A process that is killed lets go of the lock.
 * @returns null without running it when another process moves the clock.
 */
export async function aloneAtClock<T>(db: Database, work: () => Promise<T>): Promise<{ result: T } | null> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  try {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
      MOVE_LOCK,
    ]);
    if (!rows[0]?.got) return null;
    try {
      return { result: await work() };
    } finally {
      await client.query('select pg_advisory_unlock($1)', [MOVE_LOCK]).catch((lost: Error) => {
        broken = lost;
      });
    }
  } finally {
    client.release(broken);
  }
}

/** Let the clock stand where it is and say in its row where the move leads. @throws Problem conflict while another is. */
export async function beginMove(
  db: Database,
  drill: DrillClock,
  move: Omit<Move, 'from' | 'to'> & { byMs: number },
): Promise<void> {
  const realBase = new Date();
  const from = drill.now();
  const { id, byMs, paused, by } = move;
  const where = { moveId: id, moveFrom: new Date(from), moveTo: new Date(from + byMs) };
  const data = {
    simulatedAt: new Date(from),
    realBase,
    paused: true,
    ...where,
    movePaused: paused,
    moveBy: by,
  };
  await changeRow(db, null, data);
  await drill.refresh();
}

/** Carry on with a move that another process has left. @throws Problem conflict when a third one was quicker. */
export async function takeOver(db: Database, drill: DrillClock, move: Move, id: string): Promise<void> {
  await changeRow(db, move.id, { moveId: id });
  await drill.refresh();
}

/** Let the clock stand at the next stop (epoch ms). @throws Problem conflict when the move is another process's now. */
export async function standAt(db: Database, drill: DrillClock, move: Move, stop: number): Promise<void> {
  await changeRow(db, move.id, { simulatedAt: new Date(stop), realBase: new Date() });
  await drill.refresh();
}

/** The clock has arrived: record it, and let it run on if it is to, in one transaction. */
export async function endMove(db: Database, drill: DrillClock, move: Move): Promise<void> {
  const world = { db, clock: drill, realTime: drill, downgrade: NO_DOWNGRADE };
  await act(world, inTheNameOf(move.by), arrive, move);
  await drill.refresh();
}

const arrive = verb({
  name: 'arrive-at-instant',
  capability: 'system-record',
  on: 'The drill clock',
  schema: z.object({ id: z.string(), from: z.number(), to: z.number(), paused: z.boolean() }),
  kind: 'audit',
  run: async (tx, _actor, _at, move) => {
    const { count } = await tx.drillClock.updateMany({
      where: { id: 1, moveId: move.id },
      data: {
        simulatedAt: new Date(move.to),
        realBase: new Date(),
        paused: move.paused,
        ...{ moveId: null, moveFrom: null, moveTo: null, movePaused: null, moveBy: null },
      },
    });
    if (count === 0) throw replaced();
    await tx.$executeRaw`select pg_notify('fengqu_clock', '')`;
    const after = { byMs: move.to - move.from, paused: move.paused };
    const line: AuditLine = {
      action: 'DRILL_CLOCK_MOVED',
      entity: 'clock',
      entityId: 'drill',
      reason: '',
      after,
    };
    return { result: null, changes: [], audit: [line] };
  },
});

type Change = Parameters<Database['prisma']['drillClock']['updateMany']>[0]['data'];

async function changeRow(db: Database, moveId: string | null, data: Change): Promise<void> {
  const { count } = await db.prisma.drillClock.updateMany({ where: { id: 1, moveId }, data });
  if (count === 0) throw replaced();
  await db.pool.query("select pg_notify('fengqu_clock', '')");
}

function replaced(): Problem {
  return new Problem('conflict', 'Another process has taken over this move of the drill clock.');
}
