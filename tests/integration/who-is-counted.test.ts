import Fastify, { type FastifyInstance } from 'fastify';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keptSecret, sessionCookieName } from '@/server/auth/session-token';
import type { Database } from '@/server/db/connect';
import { callerKeys } from '@/server/http/api/limits';
import { type ApiServer, beijing, startApi } from './api-server';
import { freshDatabase } from './fresh-database';
import { clock, signedIn, storeDivisions } from './people';

let db: Database;
let api: ApiServer;
let app: FastifyInstance;

beforeAll(async () => {
  db = await freshDatabase();
  await storeDivisions(db);
  api = await startApi(db, beijing('2022-12-01T21:00:00'));
  const who = callerKeys(api.rt);
  app = Fastify();
  app.get('/who', (request) => who(request));
});
afterAll(async () => {
  await app.close();
  await api.stop();
  await db.close();
});

const counted = async (headers: Record<string, string>) =>
  (await app.inject({ url: '/who', headers, remoteAddress: '192.0.2.7' })).body;

it('counts a person by who they are, whatever else stands in the cookie header', async () => {
  clock.at = Date.now();
  const { sessionId, viewer } = await signedIn(db, 'STAFF');
  const token = await encode({ token: { sid: sessionId }, secret: keptSecret(api.rt.config) });
  const cookie = `${sessionCookieName(api.rt.config)}=${token}`;
  for (const written of [cookie, `${cookie}; x=1`, `x=2; ${cookie}`, `${cookie};x=3;`]) {
    expect(await counted({ cookie: written })).toBe(`person:${viewer.id}`);
  }
});

it('counts a key by what it is, however it is written', async () => {
  const key = await api.key('area:read');
  const { id } = await db.prisma.apiKey.findFirstOrThrow();
  for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
    expect(await counted({ authorization: `${scheme} ${key}` })).toBe(`key:${id}`);
  }
});

it('counts everybody else by their address: made-up keys, sessions and names change nothing', async () => {
  const made = [{}, { cookie: 'x=1' }, { cookie: 'x=2' }, { cookie: 'next-auth.session-token=a.b.c.d.e' }];
  for (const headers of [...made, { authorization: 'Bearer fq_made-up' }, { authorization: 'Basic eA==' }]) {
    expect(await counted(headers as Record<string, string>)).toBe('192.0.2.7');
  }
  expect((await app.inject({ url: '/who', remoteAddress: '2001:db8:1:2:3::4' })).body).toBe(
    '2001:db8:1:2::/64',
  );
});
