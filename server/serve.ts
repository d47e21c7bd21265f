import { createServer } from 'node:http';
import path from 'node:path';
import next from 'next';
import { closeRefusals } from './auth/refusal-log';
import { sessionSecret } from './auth/session-secret';
import { systemClock } from './clock/clock';
import { openDrillClock } from './clock/drill-clock';
import { presentClock } from './clock/present-clock';
import { type Config, configureNextAuth, PROJECT_ROOT } from './config';
import { acquireDatabase } from './db/acquire';
import { openDatabase } from './db/connect';
import { supervise } from './db/embedded/supervise';
import { applyMigrations } from './db/schema-engine';
import { watchDatabase } from './db/watch-database';
import { loadDivisions } from './divisions/load-divisions';
import { followLog } from './feed/log-follower';
import { buildApp } from './http/app';
import { startDowngradeJob } from './jobs/downgrade-job';
import { startLiveLookup } from './lookup/live-lookup';
import { provideRuntime, type Runtime } from './runtime';
import type { Scenario } from './scenarios/scenario';
import { loadReference } from './start/load-reference';
import { assertPortFree } from './start/port';
import { watchDrillClock } from './start/watch-clock';

/** A running server. `stop` ends everything it started, in order. */
export interface RunningServer {
  address: string;
  runtime: Runtime;
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
    const applied = await applyMigrations(found.url);
    if (applied.length > 0) tell(`Applied ${applied.length} migrations`);
    const db = openDatabase(found.url);
    undo.push(db.close);
    undo.push(() => closeRefusals(db, systemClock, true));
    const note = (step: string) => console.error(`${new Date().toISOString()} ${step}`);
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
    const lookup = await startLiveLookup(db, clock, log, path.join(config.DATA_DIR, 'lookup'));
    undo.push(lookup.stop);
    const report = (error: unknown) => console.error(`Downgrade job: ${String(error)}`);
    const downgrade = await startDowngradeJob(db, clock, config.DOWNGRADE_EVERY_MINUTES, report);
    undo.push(downgrade.stop);
    const runtime: Runtime = { config, db, database, clock, drill, log, lookup, downgrade };
    provideRuntime(runtime);
    await downgrade.request('start');

    signal.throwIfAborted();
    const publicUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
    configureNextAuth(sessionSecret(config), config.PUBLIC_URL);
    const pages = next({
      ...{ dev, dir: PROJECT_ROOT, hostname: config.HOST, port: config.PORT, quiet: true },
      // Next takes over upgrades of the server it is given, and hangs up on all of them; only in development it has use
      // for them. A server that never listens leaves `Upgrade: h2c` to ours, which goes on in HTTP/1.1 (RFC 9110 §7.8).
      ...(dev ? {} : { httpServer: createServer() }),
    });
    const app = await buildApp(runtime, pages.getRequestHandler());
    await pages.prepare();
    undo.push(() => pages.close());
    undo.push(() => app.close());
    signal.throwIfAborted();
    await app.listen({ host: config.HOST, port: config.PORT });
    return { address: publicUrl, runtime, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
