import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type ServerProcess, startServer } from './server-process';
import { signIn } from './sign-in';

/** A server of its own: its database is stopped in the middle of everything. */
const test = base.extend<object, { server: ServerProcess }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}: object, use) => {
      const server = await startServer(['--demo']);
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

test.use({ baseURL: ({ server }, use) => use(server.url) });

/** The promise is 10 s of the server; the rest is the browser's, on a busy machine. */
const PROMPT = { timeout: 20_000 };

function databaseProcesses({ dataDir }: ServerProcess): number[] {
  const note = JSON.parse(readFileSync(path.join(dataDir, 'postgres.json'), 'utf8'));
  const pid = Number(readFileSync(path.join(note.cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return [pid, ...children.trim().split(/\s+/).map(Number)];
}

test('while the database hangs every page says that it could not load, none shows an empty list', async ({
  page,
  server,
}) => {
  test.setTimeout(300_000);
  await signIn(page, 'admin');
  await page.goto('/areas');
  const area = await page.locator('a[href^="/areas/0"]').first().getAttribute('href');
  const stopped = databaseProcesses(server);
  for (const pid of stopped) process.kill(pid, 'SIGSTOP');
  try {
    for (const address of ['/', '/areas', '/areas?q=不存在', String(area), '/imports', '/admin']) {
      await page.goto(address, PROMPT);
      await expect.soft(page.getByRole('alert').filter({ hasText: '未能加载' }), address).toBeVisible();
    }
    await page.goto(`/lookup?q=${encodeURIComponent('潍坊市')}`, PROMPT);
    await expect(page.getByText('潍坊市').first()).toBeVisible();
    const file = await page.request.get('/areas/csv', PROMPT);
    expect(file.status()).toBe(503);
    expect((await file.json()).type).toBe('/docs/errors/temporarily-unavailable');
  } finally {
    for (const pid of stopped) process.kill(pid, 'SIGCONT');
  }
  await page.goto('/areas');
  await expect(page.locator('a[href^="/areas/0"]').first()).toBeVisible();
});

test('a database that was killed is started again, and the people on the pages go on', async ({
  page,
  server,
}) => {
  test.setTimeout(300_000);
  await signIn(page, 'officer');
  const [postmaster] = databaseProcesses(server);
  process.kill(Number(postmaster), 'SIGKILL');
  await expect.poll(() => server.printed(), { timeout: 120_000 }).toContain('PostgreSQL has ended');
  await expect
    .poll(async () => (await page.request.get('/readyz?for=writes')).status(), { timeout: 120_000 })
    .toBe(200);
  await page.goto('/areas');
  await expect(page.locator('a[href^="/areas/0"]').first()).toBeVisible();
});
