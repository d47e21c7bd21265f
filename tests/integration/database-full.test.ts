import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDatabase } from '@/server/db/connect';
import { probeDatabase } from '@/server/db/database-state';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/server/db/embedded/embedded-postgres';
import { supervise } from '@/server/db/embedded/supervise';
import { watchDatabase } from '@/server/db/watch-database';
import { until } from './until';

const folder = mkdtempSync(path.join(tmpdir(), 'fengqu-small-disk-'));
const mounted = mountSmallDisk();
let embedded: EmbeddedPostgres;

/** A disk of its own that can be filled; only root may mount one. */
function mountSmallDisk(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=420m,mode=711', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

beforeAll(async () => {
  if (!mounted) return;
  embedded = await startEmbeddedPostgres(folder, () => undefined);
  await ensureDatabase(embedded.url);
});
afterAll(async () => {
  await embedded?.stop();
  if (mounted) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
});

const filler = path.join(folder, 'filler');

/** Leave so many bytes free. */
function fill(left: number): void {
  const disk = statfsSync(folder);
  writeFileSync(filler, Buffer.alloc(Math.max(0, disk.bavail * disk.bsize - left)));
}

describe.runIf(mounted)('a database whose disk is full', () => {
  it('is seen from outside by what it cannot write', async () => {
    expect(await probeDatabase(embedded.url)).toBe('up');
    fill(0);
    expect(await probeDatabase(embedded.url)).toBe('full');
    unlinkSync(filler);
    expect(await probeDatabase(embedded.url)).toBe('up');
  });

  it('is called full before it ends itself, where the disk is ours to see, and up when there is room again', async () => {
    const told: string[] = [];
    const tell = (step: string) => told.push(step);
    const watch = watchDatabase(embedded.url, supervise(embedded.postmaster, tell), tell);
    expect(await watch.state()).toBe('up');
    fill(16 * 1024 * 1024);
    await until(async () => (await watch.state()) === 'full', 'full');
    unlinkSync(filler);
    await until(async () => (await watch.state()) === 'up', 'up');
    await watch.stop();
    expect(told).toEqual(['The database is full (before: up)', 'The database is up (before: full)']);
  });
});
