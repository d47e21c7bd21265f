import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { below } from './root.mjs';

export const DEFAULT_SCENARIO = 'weifang-2022-12';

/** Where a drill keeps its data when DATA_DIR says nothing: a folder per scenario, so that two never mix. */
export const demoDataDir = (scenario) => below('.data/demo', scenario);

function isRunning(folder) {
  try {
    process.kill(JSON.parse(readFileSync(path.join(folder, 'owner.json'), 'utf8')).pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function demoFolders() {
  try {
    return readdirSync(below('.data/demo')).map((name) => below('.data/demo', name));
  } catch {
    return [];
  }
}

/**
 * Settle DATA_DIR for this process: what the environment says (from where npm was called), else `fallback`.
 */
export function settleDataDir(fallback) {
  const given = process.env.DATA_DIR;
  process.env.DATA_DIR = given ? path.resolve(process.env.INIT_CWD ?? '.', given) : fallback;
}

/**
 * The data folder that a command works on when neither DATA_DIR nor DATABASE_URL names one: that of the one server
 * running from this project, else production's.
 * @returns {{folder: string} | {several: string[]}}
 */
export function commandDataDir() {
  const running = [below('.data'), below('.data/dev'), ...demoFolders()].filter(isRunning);
  if (running.length > 1) return { several: running };
  return { folder: running[0] ?? below('.data') };
}
