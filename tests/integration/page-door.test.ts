import { type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keptSecret, sessionCookieName } from '@/server/auth/session-token';
import type { Database } from '@/server/db/connect';
import { buildApp } from '@/server/http/app';
import { ANYBODY_BYTES, LIST_BYTES, PERSON_BYTES } from '@/server/http/pages/page-body';
import { type ApiServer, beijing, startApi } from './api-server';
import { freshDatabase } from './fresh-database';
import { clock, signedIn, storeDivisions } from './people';

/** What reached the pages behind the door. */
interface Arrived {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  bytes: number;
}

let db: Database;
let api: ApiServer;
let arrived: Arrived[] = [];
const stops: (() => Promise<unknown>)[] = [];

/** A stand-in for Next: reads every body to its end, as Next does, and answers. */
async function pages(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let bytes = 0;
  for await (const part of request) bytes += part.length;
  arrived.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, bytes });
  response.end('page');
}

/** The whole application before those pages, on a port of its own. */
async function opened(settings: Record<string, string> = {}): Promise<number> {
  const app = await buildApp(
    { ...api.rt, config: { ...api.rt.config, ...settings } as never },
    { handle: pages, state: 'up' },
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
  stops.push(() => app.close());
  return (app.server.address() as AddressInfo).port;
}

let port: number;
beforeAll(async () => {
  db = await freshDatabase();
  await storeDivisions(db);
  api = await startApi(db, beijing('2022-12-01T21:00:00'));
  port = await opened();
});
beforeEach(() => {
  arrived = [];
});
afterAll(async () => {
  for (const stop of stops) await stop();
  await api.stop();
  await db.close();
});

async function cookieOf(role: string): Promise<string> {
  // A session of the present, which `viewerOfSession` takes by real time.
  clock.at = Date.now();
  const { sessionId } = await signedIn(db, role);
  const token = await encode({ token: { sid: sessionId }, secret: keptSecret(api.rt.config) });
  return `${sessionCookieName(api.rt.config)}=${token}`;
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
  /** Bytes the client had sent when the answer came. */
  sent: number;
}

/** Send `size` bytes, in pieces and as long as the server takes them. */
function posted(
  url: string,
  size: number,
  headers: Record<string, string | number> = {},
  to = port,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let sent = 0;
    let over = false;
    const asked = send({ port: to, path: url, method: 'POST', headers: { ...headers } }, (response) => {
      over = true;
      let body = '';
      const { statusCode: status = 0, headers: given } = response;
      const done = () => resolve({ status, headers: given, body, sent });
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', done).on('error', done);
    });
    asked.on('error', (error) => (over ? undefined : reject(error)));
    const piece = Buffer.alloc(64 * 1024, 97);
    const more = () => {
      while (sent < size && !over && !asked.destroyed) {
        const part = piece.subarray(0, Math.min(piece.length, size - sent));
        sent += part.length;
        if (!asked.write(part)) return void asked.once('drain', more);
      }
      if (sent >= size) asked.end();
    };
    more();
  });
}

/** The status line and headers of an answer to bytes as they are. */
function raw(text: string, to = port): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(to, '127.0.0.1', () => socket.write(text));
    socket.on('data', (part) => {
      answer += part;
      if (answer.includes('\r\n\r\n')) socket.end();
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}

const MEGABYTES = 1024 * 1024;

describe('a body', () => {
  const known = (size: number) => ({ 'content-length': size });

  it.each([
    ['with its length said', known(200 * MEGABYTES)],
    ['in chunks', {}],
    ['in chunks, with a small length said', { 'transfer-encoding': 'chunked' }],
  ])('of 200 MB to the sign-in, %s, is refused before it is read', async (_how, headers) => {
    const before = process.memoryUsage();
    const answer = await posted('/api/auth/callback/credentials', 200 * MEGABYTES, headers);
    const after = process.memoryUsage();
    expect(answer.status).toBe(413);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.headers.connection).toBe('close');
    expect(JSON.parse(answer.body)).toMatchObject({ type: '/docs/errors/too-large', status: 413 });
    expect(answer.sent).toBeLessThan(100 * MEGABYTES);
    expect(arrived).toEqual([]);
    const held = after.external + after.arrayBuffers - before.external - before.arrayBuffers;
    expect(held).toBeLessThan(30 * MEGABYTES);
  });

  it('is the same for many at once', async () => {
    const before = process.memoryUsage.rss();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => posted('/api/auth/callback/credentials', 50 * MEGABYTES)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(413));
    expect(arrived).toEqual([]);
    // A billion bytes were offered.
    expect(process.memoryUsage.rss() - before).toBeLessThan(250 * MEGABYTES);
  });

  it.each([
    ['/api/auth/callback/credentials', ANYBODY_BYTES, null],
    ['/areas/new', ANYBODY_BYTES, null],
    ['/imports/preview', ANYBODY_BYTES, null],
    ['/api/auth/callback/credentials', ANYBODY_BYTES, 'OFFICER'],
    ['/areas/new', PERSON_BYTES, 'OFFICER'],
    ['/imports/preview', PERSON_BYTES, 'PRESS'],
    ['/imports/preview', LIST_BYTES, 'OFFICER'],
  ])('to %s may have %d bytes of role %s, and arrives whole', async (url, most, role) => {
    const headers: Record<string, string> = role ? { cookie: await cookieOf(role) } : {};
    for (const how of [{}, known(most)]) {
      expect(await posted(url, most, { ...headers, ...how })).toMatchObject({ status: 200, body: 'page' });
    }
    expect(arrived.map(({ bytes }) => bytes)).toEqual([most, most]);
    for (const how of [{}, known(most + 1)]) {
      expect((await posted(url, most + 1, { ...headers, ...how })).status).toBe(413);
    }
    expect(arrived).toHaveLength(2);
  });

  it('with a question is refused too', async () => {
    const text = `GET /healthz HTTP/1.1\r\nhost: a\r\ncontent-length: ${200 * MEGABYTES}\r\n\r\n`;
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 413 /);
    expect(await raw(text.replace('/healthz', '/api/v1/lookup?q=370703'))).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('that breaks off is forgotten', async () => {
    const socket = connect(port, '127.0.0.1');
    const text = 'POST /areas/new HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nhalf';
    await new Promise<void>((resolve) => socket.write(text, () => resolve()));
    socket.destroy();
    expect((await posted('/areas/new', 4)).status).toBe(200);
    expect(arrived.map(({ bytes }) => bytes)).toEqual([4]);
  });
});

describe('the addresses of next-auth', () => {
  it('keep the two that signing in goes through', async () => {
    expect(await raw('GET /api/auth/signin?a=1 HTTP/1.1\r\nhost: a\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
    expect((await posted('/api/auth/callback/credentials', 9)).status).toBe(200);
  });

  it('send a refused sign-in to our own page, whatever the reason is made of', async () => {
    const refused = (error: string) => raw(`GET /api/auth/error?error=${error} HTTP/1.1\r\nhost: a\r\n\r\n`);
    expect(await refused('throttled-3')).toMatch(/^location: \/sign-in\?error=throttled-3\r$/im);
    expect(await refused('%E6%BD%8D%26next=//evil')).toMatch(
      /^location: \/sign-in\?error=%E6%BD%8D%26next%3D/im,
    );
    expect(await refused('a%0d%0aset-cookie:%20b=c')).toMatch(
      /^HTTP\/1\.1 302 [\s\S]*error=a%0D%0Aset-cookie/i,
    );
    expect(await refused('%00')).toMatch(/^HTTP\/1\.1 400 /);
    expect(arrived).toEqual([]);
  });

  it.each([
    'POST /api/auth/_log',
    'POST /api/auth/%5Flog',
    'POST /api/auth/_log/',
    'POST /api//auth/_log',
    'GET /api/auth/_log',
    'GET /api/auth/csrf',
    'GET /api/auth/providers',
    'GET /api/auth/session',
    'POST /api/auth/session',
    'GET /api/auth/signout',
    'POST /api/auth/signout',
    'POST /api/auth/signin/credentials',
    'GET /api/auth/callback/credentials',
    'GET /api/auth/verify-request',
    'GET /api/auth',
    'GET /api/other',
  ])('%s does not exist', async (line) => {
    const answer = await raw(`${line} HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(arrived).toEqual([]);
  });
});

describe('a page', () => {
  it('may run what bears the nonce of this one answer, which Next is told', async () => {
    const nonces = new Set<string>();
    for (let time = 0; time < 3; time += 1) {
      const answer = await raw(
        'GET / HTTP/1.1\r\nhost: a\r\nx-nonce: mine\r\ncontent-security-policy: script-src *\r\n\r\n',
      );
      const [, policy = ''] = /^content-security-policy: (.+)\r$/im.exec(answer) ?? [];
      const [, nonce = ''] = /script-src 'self' 'nonce-([\w+/=]{22,})'/.exec(policy) ?? [];
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(arrived.at(-1)?.headers).toMatchObject({
        'x-nonce': nonce,
        'content-security-policy': policy,
      });
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('asks never to be fetched without TLS exactly where it is fetched with it', async () => {
    const secure = await opened({ PUBLIC_URL: 'https://fengqu.example.cn' });
    for (const path of [
      '/',
      '/healthz',
      '/api/v1/lookup?q=370703',
      '/api/v1/nothing',
      '/docs/errors/internal',
    ]) {
      const text = `GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`;
      expect(await raw(text, secure)).toMatch(/^strict-transport-security: max-age=31536000\r$/im);
      expect(await raw(text)).not.toMatch(/strict-transport-security/i);
    }
    expect(await raw('GET / HTTP/1.1\r\nhost: a\r\n\r\n', secure)).toContain('upgrade-insecure-requests');
  });

  it('knows the name people use, whatever a proxy or a client says', async () => {
    const behind = await opened({ PUBLIC_URL: 'https://fengqu.example.cn' });
    const lies = 'x-forwarded-host: evil.example\r\nx-forwarded-proto: gopher\r\nx-forwarded-port: 1\r\n';
    const form = (origin: string) =>
      `POST /areas/new HTTP/1.1\r\nhost: 127.0.0.1:3000\r\norigin: ${origin}\r\n${lies}content-length: 1\r\n\r\na`;
    expect(await raw(form('https://fengqu.example.cn'), behind)).toMatch(/^HTTP\/1\.1 200 /);
    const headers: IncomingMessage['headers'] = arrived.at(-1)?.headers ?? {};
    expect(headers).toMatchObject({
      'x-forwarded-host': 'fengqu.example.cn',
      'x-forwarded-proto': 'https',
    });
    expect(headers['x-forwarded-port']).toBeUndefined();
    for (const origin of ['https://evil.example', 'http://127.0.0.1:3000', 'nonsense']) {
      expect(await raw(form(origin), behind)).toMatch(/^HTTP\/1\.1 400 /);
    }
    expect(arrived).toHaveLength(1);
    expect(await raw(form('http://127.0.0.1:3000'))).toMatch(/^HTTP\/1\.1 200 /);
    expect(arrived.at(-1)?.headers['x-forwarded-host']).toBe('127.0.0.1:3000');
  });
});

describe('HTTP', () => {
  it.each([
    ['TRACE / HTTP/1.1', 405],
    ['TRACE /api/v1/lookup HTTP/1.1', 405],
    ['PUT / HTTP/1.1', 405],
    ['PATCH /areas HTTP/1.1', 405],
    ['DELETE /sign-in HTTP/1.1', 405],
    ['OPTIONS * HTTP/1.1', 204],
    ['OPTIONS / HTTP/1.1', 204],
    ['TRACE * HTTP/1.1', 405],
  ])('%s is answered with %d', async (line, status) => {
    const answer = await raw(`${line}\r\nhost: a\r\n\r\n`);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toMatch(/^allow: GET, HEAD/im);
    expect(arrived).toEqual([]);
  });

  it('goes on in HTTP/1.1 when an upgrade to h2c is offered', async () => {
    const offer =
      'connection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAAQAAP__\r\n';
    for (const path of ['/', '/healthz', '/api/v1/lookup?q=1']) {
      expect(await raw(`GET ${path} HTTP/1.1\r\nhost: a\r\n${offer}\r\n`)).toMatch(/^HTTP\/1\.1 (200|401) /);
    }
  });
});

describe('the public look-up', () => {
  const page = (to: number, more = '') =>
    raw(`GET /lookup?q=1 HTTP/1.1\r\nhost: a\r\naccept: text/html\r\n${more}\r\n`, to);

  it('is limited by address, page and contract together, and says so in both languages', async () => {
    const open = await opened({ PUBLIC_LOOKUP: true as never });
    for (let time = 0; time < 150; time += 1) {
      expect(await page(open)).toMatch(/^HTTP\/1\.1 200 /);
      const asked = `GET /api/v1/lookup?q=370700 HTTP/1.1\r\nhost: a\r\ncookie: x=${time}\r\n\r\n`;
      expect(await raw(asked, open)).toMatch(/^HTTP\/1\.1 200 /);
    }
    for (const path of ['/lookup', '/%6cookup', '/lookup/']) {
      const refused = await raw(
        `GET ${path}?q=1 HTTP/1.1\r\nhost: a\r\naccept: text/html\r\nconnection: close\r\n\r\n`,
        open,
      );
      expect(refused).toMatch(/^HTTP\/1\.1 429 /);
      expect(refused).toMatch(/^retry-after: \d+\r$/im);
    }
    const answer = await fetch(`http://127.0.0.1:${open}/lookup`, { headers: { accept: 'text/html' } });
    expect(await answer.text()).toMatch(/查询过于频繁[\s\S]*Too many look-ups/);
    expect(await page(open, `cookie: ${await cookieOf('STAFF')}\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
    expect(await page(open, 'cookie: next-auth.session-token=a.b.c.d.e\r\n')).toMatch(/^HTTP\/1\.1 429 /);
  });
});
