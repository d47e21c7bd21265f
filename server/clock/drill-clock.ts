import type { Database } from '@/server/db/connect';
import type { Clock } from './clock';

/** A move of the clock that has begun. Instants in epoch ms. */
export interface Move {
  /** Made anew by each process that carries it out: who holds another id has been replaced. */
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Whether time stands still afterwards. */
  readonly paused: boolean;
  /** Id of the account that asked for it. */
  readonly by: string;
}

/** The simulated clock of a drill. It lives in the database, so every process on it tells the same time. */
export interface DrillClock extends Clock {
  readonly drill: true;
  /** Whether time stands still; it does so at every stop of a move. */
  readonly paused: boolean;
  /** The move under way, or left by a process that was killed; null when the clock goes by itself. */
  readonly move: Move | null;
  /** Read the row again (another process moved the clock). */
  refresh(): Promise<void>;
}

interface Setting {
  readonly simulatedAt: number;
  readonly realBase: number;
  readonly paused: boolean;
  readonly move: Move | null;
}

/** The drill clock of this database, or null when the deployment is not a drill. It never goes back, in any process. */
export async function openDrillClock(db: Database): Promise<DrillClock | null> {
  const found = await read(db);
  if (!found) return null;
  let setting = found;
  let shown = setting.simulatedAt;
  return {
    drill: true,
    get paused() {
      return setting.paused;
    },
    get move() {
      return setting.move;
    },
    now: () => {
      const { simulatedAt, realBase, paused } = setting;
      // The machine's own clock may be set back; what was shown once stands.
      shown = Math.max(shown, simulatedAt + (paused ? 0 : Math.max(0, Date.now() - realBase)));
      return shown;
    },
    refresh: async () => {
      setting = (await read(db)) ?? setting;
    },
  };
}

/** Make this database a drill whose clock starts at `simulatedAt` (epoch ms) and runs. One that runs already goes on. */
export async function beginDrillClock(db: Database, simulatedAt: number): Promise<void> {
  const row = { simulatedAt: new Date(simulatedAt), realBase: new Date(), paused: false };
  await db.prisma.drillClock.upsert({ where: { id: 1 }, create: { id: 1, ...row }, update: {} });
}

async function read(db: Database): Promise<Setting | null> {
  const row = await db.prisma.drillClock.findUnique({ where: { id: 1 } });
  if (!row) return null;
  const { moveId: id, moveFrom: from, moveTo: to, movePaused: paused, moveBy: by } = row;
  const whole = id !== null && from !== null && to !== null && paused !== null && by !== null;
  return {
    simulatedAt: row.simulatedAt.getTime(),
    realBase: row.realBase.getTime(),
    paused: row.paused,
    move: whole ? { id, from: from.getTime(), to: to.getTime(), paused, by } : null,
  };
}
