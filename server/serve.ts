import path from 'node:path';
import { sessionSecret } from './auth/session-secret';
import { systemClock } from './clock/clock';
import { openDrillClock } from './clock/drill-clock';
import { presentClock } from './clock/present-clock';
import type { Config } from './config';
import { acquireDatabase } from './db/acquire';
import { openDatabase } from './db/connect';
import { supervise } from './db/embedded/supervise';
import { applyMigrations } from './db/schema-engine';
import { recordedMemory, sharedRecorded } from './db/shared-recorded';
import { watchDatabase } from './db/watch-database';
import { loadDivisions } from './divisions/load-divisions';
import { followLog } from './feed/log-follower';
import { buildApp } from './http/app';
import { startDowngradeJob } from './jobs/downgrade-job';
import { keptDivisionIndex } from './lookup/kept-division-index';
import { startLiveLookup } from './lookup/live-lookup';
import { passUpgrades } from './pages-thread/pass-upgrades';
import { startPages } from './pages-thread/start-pages';
import { type DoorRuntime, provideRuntime, runtime } from './runtime';
import type { Scenario } from './scenarios/scenario';
import { loadReference } from './start/load-reference';
import { assertPortFree } from './start/port';
import { watchDrillClock } from './start/watch-clock';

/** A running server. `stop` ends everything it started, in order. */
export interface RunningServer {
  address: string;
  runtime: DoorRuntime;
  stop(): Promise<void>;
}

export interface ServeOptions {
  config: Config;
  /** Load this drill on an empty database. */
  scenario: Scenario | null;
  /** Next in development mode. */
  dev: boolean;
  /** Told each step that takes time. */
  tell(step: string): void;
  /** Aborted when the start is to be given up; what was started by then is stopped again. */
  signal: AbortSignal;
}

const PAGES_SCRIPT = new URL('./pages-thread.js', import.meta.url);

/**
 * Start the whole application: database, migrations, divisions, look-up index, downgrade job, contract and pages.
 * @throws StartupError with one sentence for what a person can mend; everything started before is stopped again.
 */
export async function serve({ config, scenario, dev, ...start }: ServeOptions): Promise<RunningServer> {
  const { signal } = start;
  const tell = (step: string) => {
    signal.throwIfAborted();
    start.tell(step);
  };
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step().catch(() => undefined);
  };
  try {
    await assertPortFree(config.HOST, config.PORT);
    tell('Starting the database');
    const found = await acquireDatabase(config, { share: false, tell });
    undo.push(found.release);
    signal.throwIfAborted();
    const note = (step: string) => console.error(`${new Date().toISOString()} ${step}`);
    // It loads what it needs while the rest starts.
    const pages = startPages({
      ...{ script: PAGES_SCRIPT, dev, tell: note },
      config: { ...config, SESSION_SECRET: sessionSecret(config) },
    });
    undo.push(pages.stop);
    const applied = await applyMigrations(found.url);
    if (applied.length > 0) tell(`Applied ${applied.length} migrations`);
    const recorded = recordedMemory();
    const db = openDatabase(found.url, sharedRecorded(recorded));
    undo.push(db.close);
    const supervisor = found.postmaster && supervise(found.postmaster, note);
    const database = watchDatabase(found.url, supervisor, note);
    undo.push(database.stop);
    await loadReference(db);
    await loadDivisions(db, tell);
    if (scenario) await scenario.load(db, tell);

    const drill = await openDrillClock(db);
    const drillReport = (error: unknown) => console.error(`Drill clock: ${String(error)}`);
    if (drill) undo.push(await watchDrillClock(db, drill, drillReport));
    const clock = presentClock(db, drill ?? systemClock);
    const log = await followLog(db);
    undo.push(log.stop);
    tell('Loading the look-up index');
    const divisions = await keptDivisionIndex(db, path.join(config.DATA_DIR, 'lookup'));
    // It wires itself meanwhile; what it asks for it asks once there are pages, and by then all of it stands.
    pages.wire(
      { databaseUrl: found.url, divisions, recorded },
      {
        shown: (seq, ms) => runtime().shown(seq, ms),
        requestDowngrade: (trigger) => runtime().downgrade.request(trigger),
      },
    );
    const lookup = await startLiveLookup(db, clock, log, divisions);
    undo.push(lookup.stop);
    const report = (error: unknown) => console.error(`Downgrade job: ${String(error)}`);
    const downgrade = await startDowngradeJob(db, clock, config.DOWNGRADE_EVERY_MINUTES, report);
    undo.push(downgrade.stop);
    const shown = lookup.reached;
    const own: DoorRuntime = { config, db, database, clock, drill, log, lookup, downgrade, shown };
    provideRuntime(own);
    await downgrade.request('start');

    const app = await buildApp(own, pages);
    if (dev) passUpgrades(app.server, pages);
    undo.push(pages.stop);
    undo.push(() => app.close());
    await pages.ready();
    signal.throwIfAborted();
    await app.listen({ host: config.HOST, port: config.PORT });
    const address = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
    return { address, runtime: own, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
