import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ClientRequest, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/server/db/connect';
import { buildApp } from '@/server/http/app';
import { type ApiServer, beijing, startApi } from './api-server';
import { freshDatabase } from './fresh-database';
import { storeDivisions } from './people';

/** A page that was begun and ends when the test says so. */
interface Begun {
  url: string;
  end(): void;
}

let db: Database;
let api: ApiServer;
let port: number;
let begun: Begun[] = [];
/** Pages being rendered at this moment, and the most there ever were. */
let rendering = 0;
let most = 0;
const stops: (() => Promise<unknown>)[] = [];

/** A stand-in for Next that takes as long as the test wants. */
async function pages(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? '';
  rendering += 1;
  most = Math.max(most, rendering);
  await new Promise<void>((resolve) => {
    response.once('close', () => resolve());
    if (url.startsWith('/quick') || url.startsWith('/_next/static/')) setTimeout(resolve, 5);
    else begun.push({ url, end: resolve });
  });
  rendering -= 1;
  response.end(`page ${url}`);
}

beforeAll(async () => {
  db = await freshDatabase();
  await storeDivisions(db);
  api = await startApi(db, beijing('2022-12-01T21:00:00'));
  const app = await buildApp(api.rt, { handle: pages, state: 'up' });
  await app.listen({ host: '127.0.0.1', port: 0 });
  stops.push(() => app.close());
  port = (app.server.address() as AddressInfo).port;
});
beforeEach(() => {
  begun = [];
  most = 0;
});
afterAll(async () => {
  for (const one of begun) one.end();
  for (const stop of stops) await stop();
  await api.stop();
  await db.close();
});

interface Answer {
  status: number;
  type: string;
  retryAfter: string | undefined;
  body: string;
}

function get(url: string, accept = 'text/html'): { answer: Promise<Answer | null>; asked: ClientRequest } {
  const asked = send({ port, path: url, headers: { accept }, agent: false });
  const answer = new Promise<Answer | null>((resolve) => {
    asked.on('error', () => resolve(null));
    asked.on('response', (response) => {
      let body = '';
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          retryAfter: response.headers['retry-after'],
          body,
        }),
      );
    });
  });
  asked.end();
  return { answer, asked };
}

const limits = { timeout: 30_000, interval: 5 };
const isBegun = (url: string) => vi.waitFor(() => expect(begun.map((one) => one.url)).toContain(url), limits);

describe('pages', () => {
  it('are rendered a few at once, and all in the end', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => get(`/quick/${n}`).answer));
    expect(answers.map((answer) => answer?.body)).toEqual(
      Array.from({ length: 20 }, (_, n) => `page /quick/${n}`),
    );
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });

  it('are refused when too many wait; look-ups, files and the rest of the house are not', async () => {
    const all = Array.from({ length: 200 }, (_, n) => get(`/slow/${n}`));
    const [refused] = await Promise.all([
      vi.waitFor(async () => {
        const one = await get('/one-too-many').answer;
        expect(one?.status).toBe(503);
        return one;
      }, limits),
      isBegun('/slow/0'),
    ]);
    expect(refused).toMatchObject({ type: 'text/html; charset=utf-8', retryAfter: '5' });
    expect(refused?.body).toContain('系统繁忙');
    expect(refused?.body).toContain('No answer does not mean low risk');
    const read = await get('/one-too-many', 'text/x-component').answer;
    expect(read).toMatchObject({ status: 503, type: 'application/problem+json' });
    expect(JSON.parse(read?.body ?? '')).toMatchObject({ type: '/docs/errors/temporarily-unavailable' });
    expect((await get('/_next/static/a.js').answer)?.body).toBe('page /_next/static/a.js');
    expect((await get('/healthz').answer)?.status).toBe(200);
    for (const { asked } of all) asked.destroy();
    await vi.waitFor(() => expect(rendering).toBe(0), limits);
    expect((await get('/quick').answer)?.body).toBe('page /quick');
  }, 90_000);
});
