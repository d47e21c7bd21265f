import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { designateArea } from '@/server/areas/designate-area';
import { beginDrillClock, type DrillClock, openDrillClock } from '@/server/clock/drill-clock';
import { type Database, ensureDatabase, openDatabase } from '@/server/db/connect';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/server/db/embedded/embedded-postgres';
import { type Supervisor, supervise } from '@/server/db/embedded/supervise';
import { applyMigrations } from '@/server/db/schema-engine';
import { type DatabaseWatch, watchDatabase } from '@/server/db/watch-database';
import { buildApp } from '@/server/http/app';
import { type DowngradeJob, startDowngradeJob } from '@/server/jobs/downgrade-job';
import { watchDrillClock } from '@/server/start/watch-clock';
import { type ApiServer, beijing, officer, startApi } from './api-server';
import { placeDivisions } from './places';
import { until } from './until';

const AT = beijing('2022-12-01T21:00:00');
let folder: string;
let embedded: EmbeddedPostgres;
let supervisor: Supervisor;
let watch: DatabaseWatch;
let db: Database;
let api: ApiServer;
let app: ApiServer['app'];
let key: string;
let job: DowngradeJob;
let drill: DrillClock;
let stopClock: () => Promise<void>;
const told: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'fengqu-supervised-'));
  embedded = await startEmbeddedPostgres(folder, () => undefined);
  await ensureDatabase(embedded.url);
  await applyMigrations(embedded.url);
  db = openDatabase(embedded.url);
  await placeDivisions(db);
  await db.prisma.setting.create({ data: { key: 'home.division', value: '370700' } });
  supervisor = supervise(embedded.postmaster, (step) => told.push(step));
  watch = watchDatabase(embedded.url, supervisor, (step) => told.push(step));
  api = await startApi(db, AT);
  app = await buildApp({ ...api.rt, database: watch }, null);
  key = await api.key('lookup:read', 'area:read', 'feed:read');
  await beginDrillClock(db, AT);
  drill = (await openDrillClock(db)) as DrillClock;
  stopClock = await watchDrillClock(db, drill, () => undefined);
  job = await startDowngradeJob(db, api.context.clock, 59, () => undefined);
}, 240_000);
afterAll(async () => {
  await job.stop();
  await stopClock();
  await app.close();
  await api.stop();
  await watch.stop();
  await db.close();
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string) => app.inject({ url, headers: { authorization: `Bearer ${key}` } });
const ready = async () => (await get('/readyz')).json();
const becomes = (state: string) => until(async () => (await ready()).database === state, `"${state}"`);
const looked = async (q: string) => (await get(`/api/v1/lookup?q=${encodeURIComponent(q)}`)).json();
const postmaster = () => Number(readFileSync(path.join(cluster(), 'postmaster.pid'), 'utf8').split('\n')[0]);
const cluster = () => embedded.postmaster.cluster;
const passes = async () => db.prisma.downgradeRun.count();

async function designated(name: string): Promise<void> {
  const input = { divisionCode: '370703', name, level: 'HIGH' as const, effectiveAt: AT, reason: '流调结果' };
  await act(api.context, officer, designateArea, input);
}

/** The server and all its children. */
function family(): number[] {
  const pid = postmaster();
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return [pid, ...children.trim().split(/\s+/).map(Number)];
}

describe.sequential('an embedded PostgreSQL', () => {
  it.each([
    ['SIGKILL', '杨家庄'],
    ['SIGQUIT', '李家庄'],
  ] as const)('that ends by %s is started again, and all that used it goes on', async (signal, place) => {
    await designated(`寒亭街道${place}一号楼`);
    await api.caughtUp();
    // The key has been checked once, as that of any system which asks all the time.
    expect((await looked(`${place}一号楼`)).results[0].level).toBe('HIGH');
    const before = await passes();
    const old = postmaster();
    told.length = 0;
    process.kill(old, signal);
    await until(() => told.some((step) => step.startsWith('PostgreSQL has ended')), 'the notice of its end');
    expect((await looked(`${place}一号楼`)).results[0].level).toBe('HIGH');
    await until(() => told.includes('PostgreSQL runs again'), 'the new start');
    await becomes('up');
    expect(postmaster()).not.toBe(old);
    expect((await get('/readyz?for=writes')).statusCode).toBe(200);

    await designated(`寒亭街道${place}二号楼`);
    await until(async () => (await looked(`${place}二号楼`)).results[0]?.level === 'HIGH', 'the look-up');
    expect((await get('/api/v1/changes')).json().events.at(-1).data.name).toBe(`寒亭街道${place}二号楼`);
    await until(async () => {
      await job.request('test');
      return (await passes()) > before;
    }, 'a pass of the job');
  });

  it('has those who listen listen again', async () => {
    const listening = `select 1 from pg_stat_activity where query in ('listen fengqu_log', 'listen fengqu_clock')`;
    await until(async () => (await db.pool.query(listening)).rows.length === 2, 'listening');
  });

  it('that hangs is told from one that is down, and reads are refused while look-up serves on', async () => {
    told.length = 0;
    const all = family();
    for (const pid of all) process.kill(pid, 'SIGSTOP');
    try {
      await becomes('hanging');
      const writes = await get('/readyz?for=writes');
      expect([writes.statusCode, writes.json().status]).toEqual([503, 'not-ready']);
      expect((await get('/readyz')).json()).toMatchObject({
        status: 'ready',
        ready: { lookup: true, reads: false, writes: false },
      });
      for (const url of ['/areas', '/changes', '/changes?after=1&wait=1']) {
        const began = performance.now();
        const refused = await get(`/api/v1${url}`);
        expect([url, refused.statusCode]).toEqual([url, 503]);
        expect(refused.json().type).toBe('/docs/errors/temporarily-unavailable');
        // Of 8 seconds of patience, a busy machine makes more; what nothing bounds takes three quarters of a minute.
        expect(performance.now() - began).toBeLessThan(30_000);
      }
      expect((await looked('杨家庄二号楼')).results[0].level).toBe('HIGH');
    } finally {
      for (const pid of all) process.kill(pid, 'SIGCONT');
    }
    await becomes('up');
    expect((await get('/api/v1/areas')).statusCode).toBe(200);
    expect(told.filter((step) => step.startsWith('PostgreSQL'))).toEqual([]);
  });

  it('that takes no changes is read-only: reads are served, writes are not', async () => {
    const admin = new pg.Client({ connectionString: embedded.url });
    await admin.connect();
    await admin.query('alter system set default_transaction_read_only = on');
    await admin.query('select pg_reload_conf()');
    try {
      await becomes('read-only');
      expect((await get('/readyz?for=reads')).statusCode).toBe(200);
      expect((await get('/readyz?for=writes')).statusCode).toBe(503);
      expect((await get('/api/v1/areas')).statusCode).toBe(200);
    } finally {
      await admin.query('set default_transaction_read_only = off');
      await admin.query('alter system reset default_transaction_read_only');
      await admin.query('select pg_reload_conf()');
      await admin.end();
    }
    await becomes('up');
  });

  it('that lets nobody more in is out of connections', async () => {
    const taken: pg.Client[] = [];
    for (;;) {
      const client = new pg.Client({ connectionString: embedded.url });
      client.on('error', () => undefined);
      try {
        await client.connect();
      } catch (error) {
        expect((error as { code?: string }).code).toBe('53300');
        break;
      }
      taken.push(client);
    }
    await becomes('out-of-connections');
    expect((await get('/readyz?for=reads')).statusCode).toBe(503);
    await Promise.all(taken.map((client) => client.end()));
    await becomes('up');
  });

  it('refuses an unknown purpose of the question', async () => {
    expect((await get('/readyz?for=fun')).statusCode).toBe(400);
  });
});
