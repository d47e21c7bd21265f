import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveSession, sessionsLeft } from '@/server/auth/session';
import { readConfig } from '@/server/config';
import { recordedMemory, sharedRecorded } from '@/server/db/shared-recorded';
import { PagesAway } from '@/server/http/pages/pages';
import { inSharedMemory } from '@/server/lookup/index-file';
import { type PagesThread, startPages } from '@/server/pages-thread/start-pages';
import type { Wiring } from '@/server/pages-thread/thread-words';
import { until } from './until';

const SCRIPT = new URL('./fixtures/pages-thread.mjs', import.meta.url);
const divisions = inSharedMemory({ subtreeSizes: Uint32Array.of(1, 2, 3) });
const wiring = (databaseUrl = 'one') =>
  ({ databaseUrl, divisions, recorded: recordedMemory() }) as unknown as Wiring;

let told: string[];
let asked: unknown[];
let pages: PagesThread;
let url: string;
let stop: () => Promise<unknown>;

/** The thread, and before it a server that hands everything on, as the door does. */
async function begun(databaseUrl?: string): Promise<void> {
  told = [];
  asked = [];
  const config = readConfig({ NODE_ENV: 'test', SESSION_SECRET: 's'.repeat(32), DATA_DIR: '/tmp/none' });
  pages = startPages({ script: SCRIPT, config, dev: false, tell: (step) => told.push(step) });
  pages.wire(wiring(databaseUrl), {
    requestDowngrade: async () => undefined,
    shown: async (...given) => {
      asked.push(given);
      return true;
    },
  });
  const server = createServer((request, response) => {
    response.setHeader('x-door', 'kept');
    pages.handle(request, response).catch((error) => {
      response.writeHead(error instanceof PagesAway ? 503 : 500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await pages.stop();
  };
}

const status = async (path: string) => (await fetch(url + path)).status;
const who = async () => (await fetch(`${url}/who`)).json();

describe('the thread that renders pages', () => {
  beforeEach(async () => {
    await begun();
    await pages.ready();
  });
  afterEach(() => stop());

  it('is asked with method, address, headers and body, and what it answers arrives whole', async () => {
    const body = Buffer.alloc(3_000_000, 'a');
    const answer = await fetch(`${url}/echo?q=%E6%BD%8D`, {
      ...{ method: 'POST', body, headers: { cookie: 'a=1; b=2', 'x-nonce': 'n', te: 'trailers' } },
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    expect(answer.headers.get('x-door')).toBe('kept');
    expect(answer.headers.get('keep-alive')).not.toBe('timeout=1');
    const said = JSON.parse(answer.headers.get('x-said') ?? '');
    expect(said).toMatchObject({ method: 'POST', url: '/echo?q=%E6%BD%8D' });
    expect(said.headers).toMatchObject({ cookie: 'a=1; b=2', 'x-nonce': 'n', 'content-length': '3000000' });
    expect(said.headers.te).toBeUndefined();
    expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true);
  });

  it('answers HEAD and 304 without a body', async () => {
    expect((await fetch(`${url}/echo`, { method: 'HEAD' })).status).toBe(201);
    const answer = await fetch(`${url}/unchanged`);
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, '"a"', '']);
  });

  it('is told when the client goes', async () => {
    const asking = send(`${url}/slowly`, (response) => {
      response.on('error', () => undefined).once('data', () => asking.destroy());
    });
    asking.on('error', () => undefined).end();
    await until(async () => (await who()).gone === 1, 'the client has gone');
  });

  it('reads the memory of the main thread and asks it', async () => {
    const [before] = divisions.subtreeSizes;
    await fetch(`${url}/share`);
    expect(divisions.subtreeSizes[0]).toBe((before ?? 0) + 1);
    expect(await (await fetch(`${url}/ask`)).json()).toEqual({ id: 1, result: true });
    expect(asked).toEqual([[7, 100]]);
  });

  it.each(['/throw', '/half'])('is begun again when it ends (%s)', async (path) => {
    const before = await who();
    const answer = await fetch(url + path).then(
      (found) =>
        found.text().then(
          () => 'whole',
          () => 'broken off',
        ),
      () => 'broken off',
    );
    // What broke off never looks whole.
    if (path === '/half') expect(answer).toBe('broken off');
    await until(async () => (await status('/who')) === 200, 'the thread is back');
    const after = await who();
    expect(after.threadId).not.toBe(before.threadId);
    expect(after.secret).toBe('s'.repeat(32));
    expect(pages.state).toBe('up');
    expect(told.join('\n')).toMatch(/has ended; it is started again[\s\S]*Pages are rendered again/);
  });

  it('is away while it is begun again, and said to be', async () => {
    await fetch(`${url}/half`)
      .then((found) => found.text())
      .catch(() => undefined);
    await until(async () => pages.state === 'up', 'the second life');
    // The second end is followed by a wait.
    await fetch(`${url}/half`)
      .then((found) => found.text())
      .catch(() => undefined);
    await until(async () => pages.state === 'restarting', 'the wait');
    expect(await status('/who')).toBe(503);
    await until(async () => (await status('/who')) === 200, 'the third life');
  });

  it('tells what it has to forget, and a new one learns what was told before', async () => {
    await fetch(`${url}/leave?id=left-there`);
    expect(sessionsLeft()).toContain('left-there');
    leaveSession('left-here');
    await fetch(`${url}/half`)
      .then((found) => found.text())
      .catch(() => undefined);
    await until(async () => (await status('/who')) === 200, 'the thread is back');
    expect((await who()).left).toEqual(expect.arrayContaining(['left-there', 'left-here']));
  });
});

describe('a thread that cannot begin', () => {
  it('fails the start, and is not begun again', async () => {
    await begun('broken');
    await expect(pages.ready()).rejects.toThrow('cannot begin');
    expect(told).toEqual([]);
    await stop();
  });
});

describe('the latest recorded instant', () => {
  it('is one for all who share it, and only rises', () => {
    const memory = recordedMemory();
    const [one, other] = [sharedRecorded(memory), sharedRecorded(memory)];
    expect(one.at).toBe(0);
    one.at = 1_669_900_000_123;
    other.at = 1_669_900_000_122;
    expect([one.at, other.at]).toEqual([1_669_900_000_123, 1_669_900_000_123]);
  });
});
