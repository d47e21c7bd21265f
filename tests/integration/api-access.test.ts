import { connect } from 'node:net';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { designateArea } from '@/server/areas/designate-area';
import { createAccount } from '@/server/auth/create-account';
import { listKeys } from '@/server/auth/list-keys';
import { revokeKey } from '@/server/auth/revoke-key';
import { keptSecret } from '@/server/auth/session-token';
import { signIn } from '@/server/auth/sign-in';
import { systemViewer } from '@/server/auth/viewer';
import { systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { PROBLEM_STATUS } from '@/server/errors';
import { peopleAt } from '@/server/service-context';
import { type ApiServer, beijing, officer, startApi } from './api-server';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

const NOW = beijing('2022-12-01T21:00:00');
const MISSING = '01848d2f-0000-7000-8000-000000000000';
const everywhere: Record<string, string> = {
  '/api/v1/lookup?q=370703': 'lookup:read',
  '/api/v1/areas': 'area:read',
  [`/api/v1/areas/${MISSING}`]: 'area:read',
  [`/api/v1/areas/${MISSING}/history`]: 'area:read',
  [`/api/v1/areas/${MISSING}/explanation`]: 'area:read',
  '/api/v1/divisions/370703': 'area:read',
  '/api/v1/snapshot': 'feed:read',
  '/api/v1/changes': 'feed:read',
};

let db: Database;
let api: ApiServer;
let areaId: string;
let reader: string;

beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  api = await startApi(db, NOW);
  const input = {
    divisionCode: '370703',
    name: '寒亭街道元和新城小区1号楼',
    level: 'HIGH' as const,
    effectiveAt: NOW,
    reason: '发现2例感染者',
  };
  areaId = (await act(api.context, officer, designateArea, input)).areaId;
  reader = await api.key('lookup:read', 'area:read', 'feed:read');
  await api.caughtUp();
});
afterAll(async () => {
  await api.stop();
  await db.close();
});

describe('who may read', () => {
  it.each(Object.entries(everywhere))('%s asks for a key', async (url) => {
    const answer = await api.get(url);
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="fengqu"');
    expect(answer.json()).toMatchObject({
      type: '/docs/errors/not-signed-in',
      status: 401,
      instance: url.split('?')[0],
      requestId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-z]+$/),
    });
  });

  it.each(Object.entries(everywhere))('%s is missing for a key without the scope %s', async (url, scope) => {
    const others = ['lookup:read', 'area:read', 'feed:read', 'stay:evaluate'] as const;
    const answer = await api.get(url, await api.key(...others.filter((one) => one !== scope)));
    expect(answer.statusCode).toBe(404);
    expect(answer.json().type).toBe('/docs/errors/not-found');
  });

  it('refuses a key from the moment it is revoked, one that never was, and other ways to sign in', async () => {
    const secret = await api.key('lookup:read');
    expect((await api.get('/api/v1/lookup?q=370703', secret)).statusCode).toBe(200);
    const newest = (await listKeys(db, systemViewer('test'))).find((key) => key.name === 'lookup:read');
    await act(peopleAt(db, systemClock), systemViewer('test'), revokeKey, {
      id: newest?.id ?? '',
      reason: '不再使用',
    });
    expect((await api.get('/api/v1/lookup?q=370703', secret)).statusCode).toBe(401);
    expect((await api.get('/api/v1/lookup?q=370703', `fq_${'x'.repeat(43)}`)).statusCode).toBe(401);
    const basic = await api.get('/api/v1/lookup?q=370703', undefined, { authorization: 'Basic eDp5' });
    expect(basic.statusCode).toBe(401);
  });

  it('shows a bounded officer their subtree, and neither the rest nor the feed', async () => {
    const account = {
      name: 'hohhot',
      displayName: '呼市',
      password: 'right password',
      role: 'OFFICER',
      divisionCode: '150100',
    };
    await act(peopleAt(db, systemClock), systemViewer('test'), createAccount, account);
    const signed = await signIn(db, account);
    const sid = signed.outcome === 'signed-in' ? signed.sessionId : '';
    const token = await encode({ token: { sid }, secret: keptSecret(api.rt.config) });
    const read = (url: string) => api.get(url, undefined, { cookie: `next-auth.session-token=${token}` });
    expect((await read('/api/v1/areas')).json().areas).toEqual([]);
    expect((await read('/api/v1/divisions/150102')).statusCode).toBe(200);
    for (const url of [
      `/api/v1/areas/${areaId}`,
      '/api/v1/divisions/370703',
      '/api/v1/changes',
      '/api/v1/snapshot',
    ]) {
      expect([url, (await read(url)).statusCode]).toEqual([url, 404]);
    }
  });
});

describe('a cookie that names two sessions', () => {
  it('names none, whichever comes first', async () => {
    const account = {
      name: 'twice',
      displayName: '',
      password: 'right password',
      role: 'STAFF',
      divisionCode: null,
    };
    await act(peopleAt(db, systemClock), systemViewer('test'), createAccount, account);
    const tokenOf = async () => {
      const signed = await signIn(db, account);
      const sid = signed.outcome === 'signed-in' ? signed.sessionId : '';
      return encode({ token: { sid }, secret: keptSecret(api.rt.config) });
    };
    const [one, two] = [await tokenOf(), await tokenOf()];
    const status = async (...tokens: string[]) => {
      const cookie = tokens.map((token) => `next-auth.session-token=${token}`).join('; ');
      return (await api.get('/api/v1/areas', undefined, { cookie })).statusCode;
    };
    expect(await status(one)).toBe(200);
    expect(await status(one, one)).toBe(200);
    expect(await status(one, two)).toBe(401);
    expect(await status(one, 'forged')).toBe(401);
    expect(await status('forged', one)).toBe(401);
  });
});

describe('what is refused, and how', () => {
  const bad: [url: string, pointer: string][] = [
    ['/api/v1/lookup', '/q'],
    ['/api/v1/lookup?q=', '/q'],
    [`/api/v1/lookup?q=${'长'.repeat(201)}`, '/q'],
    ['/api/v1/lookup?q=a&q=b', '/q'],
    ['/api/v1/lookup?q=%E6%BD', '/q'],
    ['/api/v1/lookup?q=a%00', '/q'],
    ['/api/v1/lookup?q=a&limit=101', '/limit'],
    ['/api/v1/lookup?q=a&lookbackDays=0', '/lookbackDays'],
    ['/api/v1/lookup?q=a&at=2022-12-01T21:00:00', '/at'],
    ['/api/v1/lookup?q=a&within=999999', '/within'],
    ['/api/v1/lookup?q=a&near=me', '/near'],
    ['/api/v1/areas?level=high', '/level'],
    ['/api/v1/areas?limit=1001', '/limit'],
    ['/api/v1/areas?division=370799', '/division'],
    ['/api/v1/areas?asOf=yesterday', '/asOf'],
    ['/api/v1/areas?page=2', '/page'],
    ['/api/v1/changes?after=-1', '/after'],
    ['/api/v1/changes?wait=31', '/wait'],
    ['/api/v1/snapshot?at=now', '/at'],
    ['/api/v1/divisions/370703?deep=1', '/deep'],
  ];
  it.each(bad)('%.60s names %s', async (url, pointer) => {
    const answer = await api.get(url, reader);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ type: '/docs/errors/invalid-input', errors: [{ pointer }] });
  });

  it.each(['areas/x', `areas/${MISSING}/history`, 'divisions/370799', 'zones', ''])(
    'what does not exist: %s',
    async (path) => {
      const answer = await api.get(`/api/v1/${path}`, reader);
      expect([path, answer.statusCode]).toEqual([path, 404]);
      expect(answer.json().type).toBe('/docs/errors/not-found');
    },
  );

  it('an address that is not UTF-8', async () => {
    const answer = await api.get('/api/v1/areas/%E6%BD', reader);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().type).toBe('/docs/errors/invalid-input');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)('%s on a read', async (method) => {
    const answer = await api.app.inject({
      method,
      url: '/api/v1/areas',
      headers: { authorization: `Bearer ${reader}`, 'content-type': 'text/weird' },
      payload: 'x',
    });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers.allow).toBe('GET, HEAD');
    expect(answer.json().type).toBe('/docs/errors/method-not-allowed');
  });

  it('headers over the limit and what is not HTTP, on the wire', async () => {
    await api.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = api.app.server.address() as { port: number };
    const said = (text: string) =>
      new Promise<string>((resolve) => {
        let got = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        socket.on('data', (chunk) => {
          got += chunk;
        });
        socket.on('close', () => resolve(got));
      });
    const huge = await said(`GET /healthz HTTP/1.1\r\nhost: x\r\nx-fill: ${'y'.repeat(20_000)}\r\n\r\n`);
    expect(huge).toMatch(/^HTTP\/1\.1 431 .*\r\ncontent-type: application\/problem\+json/);
    expect(huge).toContain('"status":431');
    expect(await said('hello\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 .*\r\ncontent-type: application\/problem\+json/,
    );
  });
});

describe('around the reads', () => {
  it('carries headers that let nothing run, frame or guess, and lets no other site read', async () => {
    for (const url of ['/api/v1/lookup?q=370703', '/api/v1/areas', '/api/v1/none']) {
      const { headers } = await api.get(url, reader, { origin: 'https://example.com' });
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('HEAD answers like GET without a body', async () => {
    const get = await api.get('/api/v1/divisions/370703', reader);
    const head = await api.app.inject({
      method: 'HEAD',
      url: '/api/v1/divisions/370703',
      headers: { authorization: `Bearer ${reader}` },
    });
    expect([head.statusCode, head.headers.etag, head.body]).toEqual([200, get.headers.etag, '']);
  });

  it('every kind of refusal has the page its type points to', async () => {
    for (const kind of Object.keys(PROBLEM_STATUS)) {
      const page = await api.get(`/docs/errors/${kind}`);
      expect([kind, page.statusCode]).toEqual([kind, 200]);
      expect(page.body).toMatch(new RegExp(`^# ${kind}\n`));
    }
    expect((await api.get('/docs/errors/..%2Farchitecture')).statusCode).toBe(404);
    expect((await api.get('/docs/errors/toString')).statusCode).toBe(404);
  });

  it('says that it lives and is ready, and of what', async () => {
    expect((await api.get('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await api.get('/readyz')).json()).toMatchObject({
      status: 'ready',
      migrated: true,
      divisions: 7,
      version: 1,
      database: 'up',
      stale: false,
    });
  });
});

describe('look-up open to all', () => {
  it('answers 300 times a minute without a key, then says when to come back; a key is not counted', async () => {
    const open = await startApi(db, NOW, { PUBLIC_LOOKUP: 'on' });
    for (let n = 0; n < 300; n += 1) await open.get('/api/v1/lookup?q=370703');
    const answer = await open.get('/api/v1/lookup?q=370703');
    expect(answer.statusCode).toBe(429);
    expect(answer.json().type).toBe('/docs/errors/too-many-requests');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect((await open.get('/api/v1/lookup?q=370703', reader)).statusCode).toBe(200);
    expect((await open.get('/api/v1/areas')).statusCode).toBe(401);
    await open.stop();
  });

  it('is no less open to a key made for something else', async () => {
    const open = await startApi(db, NOW, { PUBLIC_LOOKUP: 'on' });
    const feed = await open.key('feed:read');
    expect((await open.get('/api/v1/lookup?q=370703', feed)).statusCode).toBe(200);
    expect((await open.get('/api/v1/lookup?q=370703', `fq_${'x'.repeat(43)}`)).statusCode).toBe(401);
    for (let n = 0; n < 300; n += 1) await open.get('/api/v1/lookup?q=370703', feed);
    expect((await open.get('/api/v1/lookup?q=370703', feed)).statusCode).toBe(429);
    expect((await open.get('/api/v1/areas', feed)).statusCode).toBe(404);
    await open.stop();
  });
});
