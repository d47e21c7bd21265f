import { setTimeout as sleep } from 'node:timers/promises';
import type { Postmaster } from './postmaster';

/** Keeps the embedded PostgreSQL running. */
export interface Supervisor {
  /** True from the moment its end was noticed until it runs again. */
  readonly restarting: boolean;
  /** The folder its data stand in. */
  readonly cluster: string;
  /** Stop watching; resolves once no start is under way any more. */
  stop(): Promise<void>;
}

const LOOK_MS = 500;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** Whoever has run so long is not counted among those that end again and again. */
const STEADY_MS = 60_000;

/**
 * Watch the database's main process and start it again when it has ended: at once the first time, then after waits that
 * double up to half a minute, for as long as it takes. One that hangs is left alone: it may hold work that it finishes.
 * @param tell is told each step, for the log.
 */
export function supervise(postmaster: Postmaster, tell: (step: string) => void): Supervisor {
  const over = new AbortController();
  const { signal } = over;
  let restarting = false;
  let wait = 0;
  let since = Date.now();

  const pause = (ms: number) => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
  /** Until it runs, or the watch is over. */
  const startAgain = async () => {
    if (Date.now() - since > STEADY_MS) wait = 0;
    tell(`PostgreSQL has ended; it is started again${wait === 0 ? '' : ` in ${wait / 1000} s`}`);
    while (restarting && !signal.aborted) {
      await pause(wait);
      if (signal.aborted) return;
      wait = Math.min(LONGEST_WAIT_MS, Math.max(FIRST_WAIT_MS, wait * 2));
      try {
        await postmaster.start();
        restarting = false;
        since = Date.now();
        tell('PostgreSQL runs again');
      } catch (error) {
        tell(`${(error as Error).message}; tried again in ${wait / 1000} s`);
      }
    }
  };
  const watch = async () => {
    while (!signal.aborted) {
      await pause(LOOK_MS);
      if (signal.aborted || postmaster.runs()) continue;
      restarting = true;
      await startAgain();
    }
  };
  const watching = watch();
  return {
    get restarting() {
      return restarting;
    },
    cluster: postmaster.cluster,
    stop: async () => {
      over.abort();
      await watching;
    },
  };
}
