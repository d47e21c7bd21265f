import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { changeLevel } from '@/server/areas/change-level';
import { designateArea } from '@/server/areas/designate-area';
import type { Database } from '@/server/db/connect';
import { type ApiServer, beijing, officer, startApi } from './api-server';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

interface Event {
  id: string;
  type: string;
  subject: string;
  data: { name: string; level: { from: string | null; to: string } };
}

let db: Database;
let api: ApiServer;
let key: string;
let address: string;

beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  api = await startApi(db, beijing('2022-12-01T21:00:00'));
  key = await api.key('feed:read');
  address = await api.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await api.stop();
  await db.close();
});

async function designated(name: string): Promise<string> {
  const effectiveAt = api.clock.at;
  const input = { divisionCode: '370703', name, level: 'HIGH' as const, effectiveAt, reason: '流调结果' };
  const { areaId } = await act(api.context, officer, designateArea, input);
  return areaId;
}

async function changed(areaId: string, to: 'MEDIUM' | 'LOW') {
  api.clock.at += 3_600_000;
  const standing = await db.prisma.designation.findFirstOrThrow({
    where: { areaId, recordedTo: null, validTo: null },
  });
  const input = {
    areaId,
    expectedDesignationId: standing.id,
    to,
    effectiveAt: api.clock.at,
    reason: '专家组评估',
  };
  await act(api.context, officer, changeLevel, input);
}

async function changes(query: string) {
  const response = await fetch(`${address}/api/v1/changes?${query}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  return { status: response.status, etag: response.headers.get('etag'), body: await response.json() };
}

const head = async (): Promise<string> => (await changes('limit=1000')).body.next;

describe('the feed of changes', () => {
  it('gives CloudEvents in commit order, a page at a time', async () => {
    for (let n = 1; n <= 5; n += 1) await designated(`寒亭街道${n}号楼`);
    const first = (await changes('limit=2')).body;
    expect(first).toMatchObject({ next: '2', hasMore: true, version: expect.any(Number), stale: false });
    expect(first.events[0]).toMatchObject({
      specversion: '1.0',
      id: '1',
      source: 'http://localhost:3000',
      type: 'fengqu.area-status.changed.v1',
      time: '2022-12-01T13:00:00.000Z',
      datacontenttype: 'application/json',
      data: { name: '寒亭街道1号楼', level: { from: null, to: 'HIGH' }, cause: 'DESIGNATED', drill: false },
    });
    const rest = (await changes('after=2&limit=1000')).body;
    expect(rest.events.map((event: Event) => [event.id, event.data.name])).toEqual([
      ['3', '寒亭街道3号楼'],
      ['4', '寒亭街道4号楼'],
      ['5', '寒亭街道5号楼'],
    ]);
    expect([rest.next, rest.hasMore]).toEqual(['5', false]);
    const nothing = await changes('after=5');
    expect(nothing.body).toMatchObject({ events: [], next: '5', hasMore: false });
  });

  it('answers 304 until there is more', async () => {
    const after = await head();
    const { etag } = await changes(`after=${after}`);
    const again = () => api.get(`/api/v1/changes?after=${after}`, key, { 'if-none-match': etag ?? '' });
    expect((await again()).statusCode).toBe(304);
    await designated('寒亭街道新增楼');
    expect((await again()).statusCode).toBe(200);
  });

  it('holds an answer until something is committed, and only so long', async () => {
    const after = await head();
    const began = performance.now();
    expect((await changes(`after=${after}&wait=1`)).body.events).toEqual([]);
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);

    const held = changes(`after=${after}&wait=30`);
    const early = await Promise.race([
      held.then(() => 'answered'),
      new Promise((go) => setTimeout(go, 300, 'held')),
    ]);
    expect(early).toBe('held');
    const areaId = await designated('固堤街道等待楼');
    const { events } = (await held).body;
    expect(events.map((event: Event) => event.subject)).toEqual([areaId]);
  });

  it('lets whoever waits go when the server stops', async () => {
    const other = await startApi(db, api.clock.at);
    const at = await other.app.listen({ host: '127.0.0.1', port: 0 });
    const after = await head();
    const held = fetch(`${at}/api/v1/changes?after=${after}&wait=30`, {
      headers: { authorization: `Bearer ${key}` },
    });
    await new Promise((go) => setTimeout(go, 300));
    const began = performance.now();
    await other.stop();
    expect((await held).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it('sends whoever holds an unknown cursor, or one too old, to the snapshot', async () => {
    const ahead = await changes('after=999999');
    expect([ahead.status, ahead.body.type, ahead.body.snapshot]).toEqual([
      410,
      '/docs/errors/cursor-gone',
      '/api/v1/snapshot',
    ]);
    expect((await changes('after=999999&wait=30')).status).toBe(410);
    await db.pool.query('alter table change_log disable trigger user');
    await db.pool.query('delete from change_log where seq <= 2');
    expect((await changes('after=0')).status).toBe(410);
    expect((await changes('after=1')).status).toBe(410);
    const [first] = (await changes('after=2')).body.events;
    expect(first.id).toBe('3');
  });
});

describe('the snapshot', () => {
  it('is the sum of the changes up to its version, whatever the encoding', async () => {
    const from = await snapshot();
    const held = new Map<string, string>(statuses(from));
    const [a, b, c] = [
      await designated('朱里街道一号'),
      await designated('朱里街道二号'),
      await designated('朱里街道三号'),
    ];
    await changed(a, 'LOW');
    await changed(c, 'LOW');
    await api.caughtUp();
    const { events, next } = (await changes(`after=${from.version}&limit=1000`)).body;
    for (const { subject, data } of events as Event[]) {
      if (!['HIGH', 'MEDIUM'].includes(data.level.to)) held.delete(subject);
      else held.set(subject, data.level.to);
    }
    const to = await snapshot();
    expect(String(to.version)).toBe(next);
    expect(new Map(statuses(to))).toEqual(held);
    expect([held.get(a), held.get(b), held.get(c)]).toEqual([undefined, 'HIGH', undefined]);

    const inflate = { gzip: gunzipSync, br: brotliDecompressSync, identity: (raw: Buffer) => raw };
    for (const [coding, open] of Object.entries(inflate)) {
      const { rawPayload, headers } = await api.get('/api/v1/snapshot', key, { 'accept-encoding': coding });
      expect(headers['content-encoding']).toBe(coding === 'identity' ? undefined : coding);
      expect(JSON.parse(open(rawPayload).toString())).toEqual(to);
    }
    const plain = await api.get('/api/v1/snapshot', key, { 'accept-encoding': 'br;q=0, gzip; q=0.0' });
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  it('answers 304 within its version and says how old it is even then', async () => {
    const { headers } = await api.get('/api/v1/snapshot', key);
    const again = await api.get('/api/v1/snapshot', key, { 'if-none-match': headers.etag as string });
    expect(again.statusCode).toBe(304);
    expect(again.headers['fengqu-stale']).toBe('false');
    expect(Number(again.headers['fengqu-data-age-seconds'])).toBeLessThanOrEqual(2);
  });
});

interface SnapshotBody {
  version: number;
  areas: { id: string; statuses: { level: string }[] }[];
}

async function snapshot(): Promise<SnapshotBody> {
  await api.caughtUp();
  return (await api.get('/api/v1/snapshot', key)).json();
}

function statuses({ areas }: SnapshotBody): [string, string][] {
  return areas.flatMap(({ id, statuses: held }) => held.map((one): [string, string] => [id, one.level]));
}
