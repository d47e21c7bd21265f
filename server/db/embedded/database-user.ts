import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The operating-system user the database runs as; null means the one we run as. */
export interface DatabaseUser {
  uid: number;
  gid: number;
}

const CANDIDATES = ['postgres', 'fengqu', 'nobody'];

function findUser(name: string): DatabaseUser | null {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((row) => row.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
  } catch {
    return null;
  }
}

/**
 * PostgreSQL refuses to run as root. As root: an existing `postgres`, else a system user `fengqu` made for it, else
 * `nobody`. As anyone else: null.
 */
export function databaseUser(): DatabaseUser | null {
  if (process.getuid?.() !== 0) return null;
  const existing = findUser('postgres') ?? findUser('fengqu');
  if (existing) return existing;
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'fengqu'], {
      stdio: 'ignore',
    });
  } catch {
    // Without useradd (minimal images) `nobody` is what is left.
  }
  for (const name of CANDIDATES) {
    const user = findUser(name);
    if (user) return user;
  }
  return null;
}

/** Who must run an existing cluster: as root its owner, who may have been another user than today's; else ourselves. */
export function clusterOwner(cluster: string): DatabaseUser | null {
  if (process.getuid?.() !== 0) return null;
  const found = statSync(cluster, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null;
}

/** Whether `user` can pass through every folder from the root down to `folder` (which need not exist yet). */
export function canReach(user: DatabaseUser, folder: string): boolean {
  let current = path.resolve(folder);
  for (;;) {
    const found = statSync(current, { throwIfNoEntry: false });
    if (found) {
      const open =
        (found.mode & 0o001) !== 0 ||
        (found.uid === user.uid && (found.mode & 0o100) !== 0) ||
        (found.gid === user.gid && (found.mode & 0o010) !== 0);
      if (!open) return false;
    }
    const parent = path.dirname(current);
    if (parent === current) return true;
    current = parent;
  }
}
