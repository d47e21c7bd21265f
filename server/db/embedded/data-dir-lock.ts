import { mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartupError } from '@/server/startup-error';
import { processStart } from './process-identity';

interface Owner {
  pid: number;
  start: string | null;
}

function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

/** The process that owns the data folder now, or null when none does (a dead owner's lock does not count). */
export function dataDirOwner(dataDir: string): number | null {
  const owner = readOwner(path.join(dataDir, 'owner.json'));
  return owner && owner.start !== null && processStart(owner.pid) === owner.start ? owner.pid : null;
}

/**
 * Take the data folder for this process. A lock left by a process that died is taken over.
 * @returns a function that gives the folder back.
 * @throws StartupError when the folder is in use or cannot be written.
 */
export function lockDataDir(dataDir: string): () => void {
  const file = path.join(dataDir, 'owner.json');
  const body = JSON.stringify({ pid: process.pid, start: processStart(process.pid) });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(file, body, { flag: 'wx' });
      return () => {
        if (readOwner(file)?.pid === process.pid) unlinkSync(file);
      };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOSPC') throw new StartupError(`The disk that holds ${dataDir} is full.`);
      if (code !== 'EEXIST')
        throw new StartupError(`The data folder ${dataDir} cannot be written (${code}).`);
      const owner = dataDirOwner(dataDir);
      if (owner !== null) {
        throw new StartupError(
          `The data folder ${dataDir} is in use by process ${owner}; stop it or set DATA_DIR.`,
        );
      }
      unlinkSync(file);
    }
  }
  throw new StartupError(`The data folder ${dataDir} is being taken by another process; start again.`);
}
