import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { below } from './root.mjs';

const FILE = below('.install-lock');

function owner() {
  try {
    const pid = Number(readFileSync(FILE, 'utf8'));
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === 'EPERM' ? 'another user' : null;
  }
}

function take() {
  try {
    writeFileSync(FILE, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (owner() === null) rmSync(FILE, { force: true });
    return false;
  }
}

/** Run `work` while no other process of ours installs or builds in this folder. */
export async function withInstallLock(progress, work) {
  if (!take() && !take()) {
    await progress.step(`Waiting for the installation that process ${owner()} runs here`, async () => {
      while (!take()) await sleep(200);
    });
  }
  const giveBack = () => rmSync(FILE, { force: true });
  process.once('exit', giveBack);
  try {
    return await work();
  } finally {
    giveBack();
    process.off('exit', giveBack);
  }
}
