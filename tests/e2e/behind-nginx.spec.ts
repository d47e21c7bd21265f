import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { freePort, type ServerProcess, startServer } from './server-process';
import { signIn } from './sign-in';

const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx', 'nginx'].find(isRunnable);

/** As a proxy passes on by default: under the name of the server behind it, and with no word of the one people used. */
const configuration = (port: number, to: string) => `
daemon off;
pid nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass ${to};
    }
  }
}
`;

const test = base.extend<object, { proxied: { server: ServerProcess; url: string } }>({
  proxied: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}: object, use): Promise<void> => {
      const port = await freePort();
      const url = `http://localhost:${port}`;
      const server = await startServer(['--demo'], { PUBLIC_URL: url });
      const folder = mkdtempSync(path.join(tmpdir(), 'fengqu-nginx-'));
      mkdirSync(path.join(folder, 'logs'));
      writeFileSync(path.join(folder, 'nginx.conf'), configuration(port, server.url));
      const proxy = spawn(nginx ?? '', ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], {
        stdio: 'inherit',
      });
      await expect
        .poll(
          () =>
            fetch(`${url}/healthz`)
              .then(({ status }) => status)
              .catch(() => 0),
          { timeout: 30_000 },
        )
        .toBe(200);
      await use({ server, url });
      await ended(proxy);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: ({ proxied }, use) => use(proxied.url),
});

test.skip(nginx === undefined, 'nginx is not installed here');

test('behind nginx as it comes, people sign in and act', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto('/areas/new');
  // A server action: which divisions there are.
  await page.getByLabel('所属区划').fill('hantingqu');
  await expect(page.getByRole('option', { name: /寒亭区/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByLabel('地点名称').fill('寒亭街道演示小区7号楼');
  await page.getByLabel('理由').fill('发现2例感染者');
  await page.getByRole('button', { name: '划定为高风险区' }).click();
  await page.waitForURL(/\/areas\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('演示小区7号楼');
  expect(new URL(page.url()).origin).toBe(new URL(await page.evaluate(() => window.origin)).origin);

  const answer = await page.request.post('/areas/new', {
    headers: { origin: 'https://evil.example' },
    data: 'x',
  });
  expect(answer.status()).toBe(400);
});

function isRunnable(file: string): boolean {
  try {
    execFileSync(file, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const over = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await over;
}
