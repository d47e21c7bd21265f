import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/check/find-chromium.mjs';

// Chromium refuses its sandbox to root; the rest keeps it from looking for hosts of its maker.
const flags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests/e2e',
  // Each has a server of its own with the whole nation's divisions, which files share. While one page waits, the other works.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Limits end what hangs, and nothing else: a busy machine takes ten times as long.
  timeout: 600_000,
  expect: { timeout: 90_000 },
  reporter: 'list',
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    launchOptions: { args: flags, ...(executablePath ? { executablePath } : {}) },
    screenshot: 'only-on-failure',
    // A trace of every test costs time of each; `--trace on` takes one where it is looked at.
    trace: 'off',
  },
});
