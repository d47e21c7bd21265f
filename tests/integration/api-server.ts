import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { KeyScope } from '@/domain/access/capabilities';
import { act } from '@/server/acts/act';
import { createKey } from '@/server/auth/create-key';
import { systemViewer, type Viewer } from '@/server/auth/viewer';
import { systemClock } from '@/server/clock/clock';
import { presentClock } from '@/server/clock/present-clock';
import { type Config, readConfig } from '@/server/config';
import type { Database } from '@/server/db/connect';
import { watchDatabase } from '@/server/db/watch-database';
import { followLog } from '@/server/feed/log-follower';
import { buildApp } from '@/server/http/app';
import { startLiveLookup } from '@/server/lookup/live-lookup';
import { readDivisionIndex } from '@/server/lookup/read-division-index';
import { type DoorRuntime, provideRuntime } from '@/server/runtime';
import type { ServiceContext } from '@/server/service-context';
import { peopleAt } from '@/server/service-context';

export const beijing = (text: string): number => Date.parse(`${text}+08:00`);

export const officer: Viewer = {
  kind: 'person',
  id: 'o',
  displayName: '值班员甲',
  role: 'OFFICER',
  scope: '370000/370700/',
};

/** The contract over a database, with a clock that tests set and no pages. */
export interface ApiServer {
  app: FastifyInstance;
  rt: DoorRuntime;
  context: ServiceContext;
  clock: { at: number };
  /** A bearer key with these scopes. */
  key(...scopes: KeyScope[]): Promise<string>;
  get(url: string, bearer?: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  /** Resolve once the look-up reflects everything committed before. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
}

/** Start it. @param db whose log and index are followed; closing it is the caller's. */
export async function startApi(
  db: Database,
  at: number,
  given: Partial<Record<keyof Config, string>> = {},
): Promise<ApiServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fengqu-api-'));
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: folder, ...given });
  const state = { at };
  const clock = presentClock(db, { now: () => state.at, drill: false });
  const downgrade = { request: async () => undefined, stop: async () => undefined };
  const log = await followLog(db);
  const lookup = await startLiveLookup(db, clock, log, await readDivisionIndex(db));
  const database = watchDatabase(db.url, null, () => undefined);
  const shown = lookup.reached;
  const rt: DoorRuntime = { config, db, database, clock, drill: null, log, lookup, downgrade, shown };
  provideRuntime(rt);
  const app = await buildApp(rt, null);
  return {
    app,
    rt,
    context: { db, clock, downgrade },
    clock: state,
    key: async (...scopes) => {
      const { secret } = await act(peopleAt(db, systemClock), systemViewer('test'), createKey, {
        name: scopes.join(' '),
        scopes,
      });
      return secret;
    },
    get: (url, bearer, headers = {}) =>
      app.inject({ url, headers: { ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), ...headers } }),
    caughtUp: async () => {
      const { rows } = await db.pool.query('select coalesce(max(seq), 0)::int as head from change_log');
      await lookup.reached(rows[0].head, 5_000);
    },
    stop: async () => {
      await app.close();
      await database.stop();
      await lookup.stop();
      await log.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
