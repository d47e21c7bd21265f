import type { Database } from '@/server/db/connect';
import type { Clock } from './clock';

interface Setting {
  simulatedAt: number;
  realBase: number;
  paused: boolean;
}

/** The simulated clock of a drill. It lives in the database, so every process on it tells the same time. */
export interface DrillClock extends Clock {
  readonly drill: true;
  readonly paused: boolean;
  /** Read the row again (another process moved the clock). */
  refresh(): Promise<void>;
  /** Set the simulated instant (epoch ms) and whether time stands still. */
  set(simulatedAt: number, paused: boolean): Promise<void>;
}

/** The drill clock of this database, or null when the deployment is not a drill. */
export async function openDrillClock(db: Database): Promise<DrillClock | null> {
  let setting = await read(db);
  if (!setting) return null;
  return {
    drill: true,
    get paused() {
      return setting?.paused ?? true;
    },
    now: () =>
      setting ? setting.simulatedAt + (setting.paused ? 0 : Date.now() - setting.realBase) : Date.now(),
    refresh: async () => {
      setting = (await read(db)) ?? setting;
    },
    set: async (simulatedAt, paused) => {
      setting = { simulatedAt, realBase: Date.now(), paused };
      await writeDrillClock(db, setting);
      await db.pool.query("select pg_notify('fengqu_clock', '')");
    },
  };
}

/** Make this database a drill whose clock starts at `simulatedAt` (epoch ms), or move it. */
export async function writeDrillClock(db: Database, setting: Setting): Promise<void> {
  const row = {
    simulatedAt: new Date(setting.simulatedAt),
    realBase: new Date(setting.realBase),
    paused: setting.paused,
  };
  await db.prisma.drillClock.upsert({ where: { id: 1 }, create: { id: 1, ...row }, update: row });
}

async function read(db: Database): Promise<Setting | null> {
  const row = await db.prisma.drillClock.findUnique({ where: { id: 1 } });
  return (
    row && { simulatedAt: row.simulatedAt.getTime(), realBase: row.realBase.getTime(), paused: row.paused }
  );
}
