import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '@/server/config';
import { StartupError } from '@/server/startup-error';

/**
 * The secret that seals session cookies: `SESSION_SECRET`, else one made once and kept, readable by its owner only, in
 * the data folder, so that a restart signs nobody out.
 * @throws StartupError when it can be neither read nor kept.
 */
export function sessionSecret(config: Pick<Config, 'SESSION_SECRET' | 'DATA_DIR'>): string {
  if (config.SESSION_SECRET) return config.SESSION_SECRET;
  const file = path.join(config.DATA_DIR, 'session-secret');
  const kept = read(file);
  if (kept) return kept;
  // Written aside and linked into place: of two processes starting together one wins and both read the same secret.
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(config.DATA_DIR, { recursive: true });
    writeFileSync(draft, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 });
    linkSync(draft, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') throw new StartupError(`DATA_DIR: ${file} cannot be written (${code}).`);
  } finally {
    rmSync(draft, { force: true });
  }
  const made = read(file);
  if (!made)
    throw new StartupError(`DATA_DIR: ${file} should hold at least 32 characters; remove it to renew it.`);
  return made;
}

function read(file: string): string | null {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    return secret.length >= 32 ? secret : null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new StartupError(`DATA_DIR: ${file} cannot be read (${code}).`);
  }
}
