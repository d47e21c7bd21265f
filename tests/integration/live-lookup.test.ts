import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { changeLevel } from '@/server/areas/change-level';
import { designateArea } from '@/server/areas/designate-area';
import { type Database, openDatabase } from '@/server/db/connect';
import type { ServiceContext } from '@/server/service-context';
import { type ApiServer, beijing, officer, startApi } from './api-server';
import { type BreakableLink, breakableLink } from './breakable-link';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

let direct: Database;
let db: Database;
let link: BreakableLink;
let api: ApiServer;
let key: string;
/** An officer's process beside the server: what it commits the server learns from the log alone. */
let elsewhere: ServiceContext;

beforeAll(async () => {
  direct = await freshDatabase();
  await placeDivisions(direct);
  await direct.prisma.setting.create({ data: { key: 'home.division', value: '370700' } });
  link = await breakableLink(direct.url);
  db = openDatabase(link.url);
  api = await startApi(db, beijing('2022-12-01T21:00:00'));
  elsewhere = { ...api.context, db: direct };
  key = await api.key('lookup:read', 'area:read', 'feed:read');
});
afterAll(async () => {
  await api.stop();
  await db.close();
  await link.cut();
  await direct.close();
});

const read = async (path: string) => (await api.get(`/api/v1${path}`, key)).json();
const looked = (q: string) => read(`/lookup?q=${encodeURIComponent(q)}`);

async function designated(name: string, divisionCode = '370703'): Promise<string> {
  const effectiveAt = api.clock.at;
  const input = { divisionCode, name, level: 'HIGH' as const, effectiveAt, reason: '流调结果' };
  return (await act(elsewhere, officer, designateArea, input)).areaId;
}

async function until(holds: () => Promise<boolean>, ms = 20_000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('did not come to hold in time');
    await new Promise((go) => setTimeout(go, 20));
  }
}

describe('the look-up while the database answers', () => {
  it('shows what was committed elsewhere, at its level, with the counts above it', async () => {
    expect((await looked('寒亭区')).results[0]).toMatchObject({
      level: 'ROUTINE',
      why: { rule: 'NONE_LEFT' },
    });
    const id = await designated('寒亭街道元和新城小区1号楼');
    await api.caughtUp();
    const answer = await looked('元和新城小区1号楼');
    expect(answer).toMatchObject({ version: 1, asOf: '2022-12-01T13:00:00.000Z', stale: false });
    expect(answer.results[0]).toMatchObject({
      kind: 'area',
      id,
      level: 'HIGH',
      since: '2022-12-01T13:00:00.000Z',
      why: { rule: 'STANDING', from: '2022-12-01T13:00:00.000Z' },
      source: { publishedAt: '2022-12-01T13:00:00.000Z' },
      zones: [],
    });
    expect((await looked('潍坊市')).results[0].contains).toEqual({ HIGH: 1, MEDIUM: 0 });
    expect((await looked('寒亭区')).results[0]).toMatchObject({ level: 'HIGH', restLevel: 'LOW' });
  });

  it('lets a lowering show like a raising', async () => {
    const id = await designated('寒亭街道叶家庄子村');
    api.clock.at += 3_600_000;
    const standing = await direct.prisma.designation.findFirstOrThrow({ where: { areaId: id } });
    const lowering = { areaId: id, to: 'LOW' as const, effectiveAt: api.clock.at, reason: '专家组评估' };
    await act(elsewhere, officer, changeLevel, { ...lowering, expectedDesignationId: standing.id });
    await api.caughtUp();
    expect((await looked('叶家庄子村')).results[0]).toMatchObject({
      id,
      level: 'LOW',
      since: null,
      why: { rule: 'RELEASED', endedAt: '2022-12-01T14:00:00.000Z', county: '370703' },
      lookback: { days: 14, highest: 'HIGH', last: '2022-12-01T14:00:00.000Z' },
    });
  });

  it('lets a level that was announced begin at its hour, with nothing committed then', async () => {
    const effectiveAt = api.clock.at + 2 * 3_600_000;
    const input = {
      divisionCode: '370705',
      name: '广文街道虞新小区',
      level: 'HIGH' as const,
      reason: '流调结果',
    };
    await act(elsewhere, officer, designateArea, { ...input, effectiveAt });
    await api.caughtUp();
    const level = async () => (await looked('虞新小区')).results[0].level;
    expect(await level()).toBe('ROUTINE');
    api.clock.at = effectiveAt - 1;
    expect(await level()).toBe('ROUTINE');
    api.clock.at = effectiveAt;
    expect(await level()).toBe('HIGH');
    expect((await looked('奎文区')).results[0].contains.HIGH).toBe(1);
  });

  it('never says low, nor routine, of what it does not know', async () => {
    const known = await looked('新城区');
    expect(known.results[0]).toMatchObject({
      divisionCode: '150102',
      level: 'UNKNOWN',
      source: null,
      why: { rule: 'NOT_COVERED' },
    });
    expect((await looked('没有这个地方')).results).toEqual([]);
    expect((await read('/lookup?q=370703&at=2019-12-31T00:00:00%2B08:00')).results[0].level).not.toBe('LOW');
  });
});

describe('the look-up while the database is away', () => {
  it('serves on and says how old it is; what needs the database says so; all of it mends by itself', async () => {
    const before = await looked('元和新城小区1号楼');
    await link.cut();
    const cutAt = Date.now();
    const answer = await api.get(`/api/v1/lookup?q=${encodeURIComponent('元和新城小区1号楼')}`, key);
    expect(answer.statusCode).toBe(200);
    expect(answer.json().results).toEqual(before.results);
    const snapshot = await api.get('/api/v1/snapshot', key);
    expect([snapshot.statusCode, snapshot.json().version]).toEqual([200, before.version]);
    expect(await read('/divisions/370703')).toMatchObject({ level: 'HIGH', restLevel: 'LOW' });

    for (const path of ['/areas', `/areas/${before.results[0].id}`, '/changes', '/changes?after=1&wait=1']) {
      const refused = await api.get(`/api/v1${path}`, key);
      expect([path, refused.statusCode]).toEqual([path, 503]);
      expect(refused.headers['content-type']).toBe('application/problem+json');
      expect(refused.headers['retry-after']).toBe('5');
      expect(refused.json().type).toBe('/docs/errors/temporarily-unavailable');
    }
    const ready = (await api.get('/readyz')).json();
    expect([ready.status, ready.database]).toEqual(['ready', 'down']);

    await until(async () => (await looked('370703')).dataAgeSeconds >= 3);
    expect((await looked('370703')).dataAgeSeconds).toBeLessThanOrEqual(
      Math.ceil((Date.now() - cutAt) / 1000) + 3,
    );

    const missed = await designated('寒亭街道断网期间楼');
    expect((await looked('断网期间楼')).results.map((one: { id: string }) => one.id)).not.toContain(missed);
    await link.mend();
    await until(async () => (await looked('断网期间楼')).results[0]?.id === missed);
    expect((await looked('断网期间楼')).dataAgeSeconds).toBeLessThanOrEqual(3);
    expect((await api.get('/api/v1/areas', key)).statusCode).toBe(200);
    // And notifications wake it again, not only the poll.
    await designated('寒亭街道恢复之后楼');
    await api.caughtUp();
    expect((await looked('恢复之后楼')).results[0].level).toBe('HIGH');
  });

  it('calls itself stale after a minute, and then no longer answers 304 to what it said before', async () => {
    const first = await api.get('/api/v1/lookup?q=370703', key);
    await link.cut();
    const { rt } = api;
    const aged = { ...rt, log: { ...rt.log, confirmedAt: Date.now() - 61_000 } };
    const { buildApp } = await import('@/server/http/app');
    const app = await buildApp(aged, null);
    const headers = { authorization: `Bearer ${key}`, 'if-none-match': first.headers.etag as string };
    const later = await app.inject({ url: '/api/v1/lookup?q=370703', headers });
    expect([later.statusCode, later.json().stale, later.json().dataAgeSeconds]).toEqual([200, true, 61]);
    const snapshot = await app.inject({ url: '/api/v1/snapshot', headers });
    expect([snapshot.json().stale, snapshot.headers['fengqu-stale']]).toEqual([true, 'true']);
    await app.close();
    await link.mend();
  });

  it('does not wait for a database that hangs', async () => {
    link.hang();
    const began = Date.now();
    for (let n = 0; n < 30; n += 1) {
      await looked('370703');
      await new Promise((go) => setTimeout(go, 100));
    }
    expect(Date.now() - began).toBeLessThan(8_000);
    await link.mend();
    await designated('寒亭街道悬停之后楼');
    await until(async () => (await looked('悬停之后楼')).results.length > 0);
  });
});
