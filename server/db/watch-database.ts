import { type DatabaseState, probeDatabase } from './database-state';
import { freeBytes } from './embedded/postmaster';
import type { Supervisor } from './embedded/supervise';

/** Knows how the database is. */
export interface DatabaseWatch {
  /** As it is now, or was within the last second. */
  state(): Promise<DatabaseState>;
  stop(): Promise<void>;
}

const LOOK_MS = 5_000;
const FRESH_MS = 1_000;
/** With less room the next segment of its log would not fit, and PostgreSQL ends itself. */
const ROOM_BYTES = 24 * 1024 * 1024;

/**
 * Look at the database now and then, and when asked; each change of its state is told once, for the log. Many who ask
 * at once share one look, so that asking costs the database nothing.
 * @param supervisor of the embedded database; null for one that others run.
 */
export function watchDatabase(
  url: string,
  supervisor: Supervisor | null,
  tell: (step: string) => void,
): DatabaseWatch {
  let last: { state: DatabaseState; at: number } = { state: 'up', at: Number.NEGATIVE_INFINITY };
  let looking: Promise<DatabaseState> | null = null;
  let stopped = false;
  const look = async () => {
    const state = await seen(url, supervisor);
    if (state !== last.state && !stopped) tell(`The database is ${state} (before: ${last.state})`);
    last = { state, at: performance.now() };
    return state;
  };
  const state = () => {
    if (!looking && performance.now() - last.at < FRESH_MS) return Promise.resolve(last.state);
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  };
  const timer = setInterval(() => void state(), LOOK_MS);
  return {
    state,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await looking;
      await supervisor?.stop();
    },
  };
}

async function seen(url: string, supervisor: Supervisor | null): Promise<DatabaseState> {
  const crowded = supervisor !== null && freeBytes(supervisor.cluster) < ROOM_BYTES;
  if (crowded) return 'full';
  if (supervisor?.restarting) return 'restarting';
  const state = await probeDatabase(url);
  // It may have ended between two looks of whoever starts it again.
  return state === 'down' && supervisor?.restarting ? 'restarting' : state;
}
