import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import next from 'next';
import { closeRefusals } from '@/server/auth/refusal-log';
import { leaveSession } from '@/server/auth/session';
import { joinThread } from '@/server/between-threads';
import { systemClock } from '@/server/clock/clock';
import { openDrillClock } from '@/server/clock/drill-clock';
import { presentClock } from '@/server/clock/present-clock';
import { configureNextAuth, PROJECT_ROOT } from '@/server/config';
import { openDatabase } from '@/server/db/connect';
import { READ_PATIENCE_MS, within } from '@/server/db/patience';
import { sharedRecorded } from '@/server/db/shared-recorded';
import { followLog } from '@/server/feed/log-follower';
import { isAwaited, pathOf } from '@/server/http/pages/page-path';
import type { PageHandler } from '@/server/http/pages/pages';
import { startLiveLookup } from '@/server/lookup/live-lookup';
import { provideRuntime } from '@/server/runtime';
import { followDrillClock } from '@/server/start/watch-clock';
import { askOver } from './asks';
import { MOST_HEADER_BYTES } from './pass-on';
import type { FromThread, MainServices, ThreadStart, ToThread, Wiring } from './thread-words';

/**
 * The thread that renders the pages: Next, and all that stands behind pages and actions, with a runtime of its own. The
 * main thread (start-pages.ts) begins it, and passes on to it what its door has let in.
 */
const main = parentPort as MessagePort;
const start = workerData as ThreadStart;
const undo: (() => Promise<unknown>)[] = [];

async function stop(): Promise<never> {
  for (let step = undo.pop(); step; step = undo.pop()) await step().catch(() => undefined);
  process.exit(0);
}

/** What the main thread hands over once its own start has come so far. */
const wired = new Promise<Wiring>((resolve) => {
  main.on('message', (said: ToThread) => {
    if (said === 'stop') void stop();
    else resolve(said.wiring);
  });
});

async function wire({ databaseUrl, divisions, recorded }: Wiring): Promise<void> {
  const db = openDatabase(databaseUrl, sharedRecorded(recorded));
  undo.push(db.close);
  undo.push(() => closeRefusals(db, systemClock, true));
  const drill = await openDrillClock(db);
  if (drill) undo.push(await followDrillClock(db, drill));
  const clock = presentClock(db, drill ?? systemClock);
  const log = await followLog(db);
  undo.push(log.stop);
  const lookup = await startLiveLookup(db, clock, log, divisions);
  undo.push(lookup.stop);
  const ask = askOver<MainServices>(start.asks);
  provideRuntime({
    ...{ config: start.config, db, clock, drill, log, lookup },
    downgrade: { request: ask.requestDowngrade },
    shown: async (seq, ms) =>
      (await Promise.all([lookup.reached(seq, ms), ask.shown(seq, ms)])).every(Boolean),
  });
}

/** What only looks has the patience of a person with the database; what writes takes as long as it takes. */
function answer(pages: PageHandler, request: IncomingMessage, response: ServerResponse): void {
  const render = () => pages(request, response);
  const awaited = isAwaited(request.method ?? 'GET', pathOf(request.url ?? '/'));
  (awaited ? within(READ_PATIENCE_MS, render) : render()).catch((error) => {
    console.error('A page has failed:', error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(start.socket, () => resolve());
  });
}

joinThread(start.between);
for (const sessionId of start.left) leaveSession(sessionId);
const { config, dev } = start;
configureNextAuth(config.SESSION_SECRET ?? '', config.PUBLIC_URL);
// The door keeps the times and sizes; between the threads nothing is cut off.
const server = createServer({
  maxHeaderSize: MOST_HEADER_BYTES,
  requestTimeout: 0,
  headersTimeout: 0,
  keepAliveTimeout: 0,
});
const pages = next({
  ...{ dev, dir: PROJECT_ROOT, hostname: config.HOST, port: config.PORT, quiet: true },
  // Next takes over upgrades of the server it is given, and hangs up on all of them: only in development it has use for
  // them. Otherwise it is given one that never listens.
  httpServer: dev ? server : createServer(),
});
const handler = pages.getRequestHandler();
undo.push(() => pages.close());
server.on('request', (request, response) => answer(handler, request, response));
await Promise.all([pages.prepare(), wired.then(wire)]);
await listen(server);
undo.push(async () => {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await closed;
});
main.postMessage('ready' satisfies FromThread);
