import type { Clock } from './clock/clock';
import type { DrillClock } from './clock/drill-clock';
import type { Config } from './config';
import type { Database } from './db/connect';
import type { DatabaseWatch } from './db/watch-database';
import type { LogFollower } from './feed/log-follower';
import type { DowngradeJob } from './jobs/downgrade-job';
import type { LiveLookup } from './lookup/live-lookup';

/** What serve.ts wires once and every door uses: page, action, API, job. */
export interface Runtime {
  readonly config: Config;
  readonly db: Database;
  readonly database: DatabaseWatch;
  readonly clock: Clock;
  /** Present in a drill only. */
  readonly drill: DrillClock | null;
  readonly log: LogFollower;
  readonly lookup: LiveLookup;
  readonly downgrade: DowngradeJob;
}

const KEY = Symbol.for('fengqu.runtime');
type Holder = { [KEY]?: Runtime };

/** Make the runtime known to this process. Next bundles its own copy of our modules, so it travels on globalThis. */
export function provideRuntime(runtime: Runtime): void {
  (globalThis as Holder)[KEY] = runtime;
}

/** The runtime of this process. @throws Error when called before it was wired (a build-time render, say). */
export function runtime(): Runtime {
  const found = (globalThis as Holder)[KEY];
  if (!found) throw new Error('The server has not been wired: pages render only inside the running server.');
  return found;
}
