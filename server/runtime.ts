import type { Clock } from './clock/clock';
import type { DrillClock } from './clock/drill-clock';
import type { Config } from './config';
import type { Database } from './db/connect';
import type { DatabaseWatch } from './db/watch-database';
import type { LogFollower } from './feed/log-follower';
import type { DowngradeJob } from './jobs/downgrade-job';
import type { LiveLookup } from './lookup/live-lookup';

/** What every door uses: page, action, API. Each thread of the process wires one of its own. */
export interface Runtime {
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  /** Present in a drill only. */
  readonly drill: DrillClock | null;
  readonly log: LogFollower;
  readonly lookup: LiveLookup;
  readonly downgrade: Pick<DowngradeJob, 'request'>;
  /** Resolve with true once every look-up of the process shows the log up to `seq`, with false when not within `ms`. */
  shown(seq: number, ms: number): Promise<boolean>;
}

/** What the thread that owns the port knows besides. */
export interface DoorRuntime extends Runtime {
  readonly database: DatabaseWatch;
}

const KEY = Symbol.for('fengqu.runtime');
type Holder = { [KEY]?: Runtime };

/** Make the runtime known to this thread. Next bundles its own copy of our modules, so it travels on globalThis. */
export function provideRuntime(runtime: Runtime): void {
  (globalThis as Holder)[KEY] = runtime;
}

/** The runtime of this thread. @throws Error when called before it was wired (a build-time render, say). */
export function runtime(): Runtime {
  const found = (globalThis as Holder)[KEY];
  if (!found) throw new Error('Nothing has been wired: pages render only inside a running server.');
  return found;
}
