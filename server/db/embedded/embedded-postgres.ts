import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '@/server/startup-error';
import { databasePrograms } from './binaries';
import { dataDirOwner, lockDataDir } from './data-dir-lock';
import { canReach, clusterOwner, type DatabaseUser, databaseUser } from './database-user';
import { freeBytes, type Postmaster, postmasterOf } from './postmaster';

const run = promisify(execFile);
const MINIMUM_FREE_BYTES = 300 * 1024 * 1024;

/** What DATA_DIR/postgres.json keeps (0600): where the cluster stands and how to reach it. */
interface ClusterNote {
  cluster: string;
  password: string;
  port: number;
}

/** A running embedded PostgreSQL. `stop` shuts it down and gives the data folder back. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Its main process. */
  readonly postmaster: Postmaster;
  stop(): Promise<void>;
}

const noteFile = (dataDir: string) => path.join(dataDir, 'postgres.json');
const urlOf = (note: ClusterNote) => `postgresql://fengqu:${note.password}@127.0.0.1:${note.port}/fengqu`;

function readNote(dataDir: string): ClusterNote | null {
  try {
    return JSON.parse(readFileSync(noteFile(dataDir), 'utf8')) as ClusterNote;
  } catch {
    return null;
  }
}

function writeNote(dataDir: string, note: ClusterNote): void {
  writeFileSync(noteFile(dataDir), JSON.stringify(note), { mode: 0o600 });
}

/** The address of the database that another process of ours runs on this data folder; null when none does. */
export function runningDatabaseUrl(dataDir: string): string | null {
  const note = dataDirOwner(dataDir) === null ? null : readNote(dataDir);
  return note && urlOf(note);
}

/**
 * Start PostgreSQL 18 on the data folder, making the cluster on first use. A server left over by a process that was
 * killed is shut down first. The server detaches from the terminal, so Ctrl-C reaches only us and we stop it in order.
 * @throws StartupError when the folder is in use, unreachable, unwritable, or the disk is full.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  tell: (step: string) => void,
): Promise<EmbeddedPostgres> {
  const release = lockDataDir(dataDir);
  try {
    assertFreeSpace(dataDir);
    const known = readNote(dataDir);
    const user = (known && clusterOwner(known.cluster)) ?? databaseUser();
    if (user) chmodSync(dataDir, 0o711);
    const reachable = !user || canReach(user, dataDir);
    const home = () => (reachable ? dataDir : fallbackHome(dataDir, tell));
    const note = known ?? {
      cluster: path.join(home(), 'postgres'),
      password: randomBytes(24).toString('hex'),
      port: 0,
    };
    const programs = databasePrograms(user, () => path.dirname(note.cluster));
    const control = (args: string[]) =>
      run(path.join(programs, 'bin', 'pg_ctl'), ['-D', note.cluster, ...args], {
        ...user,
        cwd: path.dirname(note.cluster),
      });

    if (existsSync(path.join(note.cluster, 'postmaster.pid'))) {
      await control(['stop', '-m', 'fast', '-w', '-t', '30']).catch(() => undefined);
    }
    if (!existsSync(path.join(note.cluster, 'complete'))) {
      tell('Making the database');
      await initialise(note, programs, user);
    }
    note.port = await freePort();
    writeNote(dataDir, note);
    const postmaster = postmasterOf(note.cluster, note.port, control);
    await postmaster.start().catch(async (error) => {
      // An interrupted pg_ctl leaves the server it has launched.
      await control(['stop', '-m', 'immediate', '-w', '-t', '10']).catch(() => undefined);
      throw error;
    });
    return {
      url: urlOf(note),
      postmaster,
      stop: async () => {
        await control(['stop', '-m', 'fast', '-w', '-t', '30']).catch(() =>
          control(['stop', '-m', 'immediate', '-w']),
        );
        release();
      },
    };
  } catch (error) {
    release();
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new StartupError(`The disk that holds ${dataDir} is full.`);
    throw error;
  }
}

function assertFreeSpace(dataDir: string): void {
  if (freeBytes(dataDir) >= MINIMUM_FREE_BYTES) return;
  throw new StartupError(`The disk that holds ${dataDir} is full: the database needs at least 300 MB free.`);
}

/** A folder outside an unreachable DATA_DIR (a 0700 home, say) that the database's user can reach. */
function fallbackHome(dataDir: string, tell: (step: string) => void): string {
  const folder = path.join('/var/lib', `fengqu-${randomBytes(6).toString('hex')}`);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  tell(`The database's user cannot reach ${dataDir}; the database stands in ${folder}`);
  return folder;
}

async function initialise(note: ClusterNote, programs: string, user: DatabaseUser | null): Promise<void> {
  rmSync(note.cluster, { recursive: true, force: true });
  mkdirSync(note.cluster, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(note.cluster, '..', `.initial-${randomBytes(6).toString('hex')}`);
  writeFileSync(passwordFile, note.password, { mode: 0o600 });
  if (user) {
    chownSync(note.cluster, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const options = { ...user, cwd: path.dirname(note.cluster) };
  const common = [
    '--pgdata',
    note.cluster,
    '--username=fengqu',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
  ];
  const init = (locale: string) =>
    run(path.join(programs, 'bin', 'initdb'), [...common, '--encoding=UTF8', locale, '--no-sync'], options);
  try {
    // Trigrams of Chinese text need a UTF-8 character class: C.UTF-8 where the system has it.
    await init('--locale=C.UTF-8').catch(() => init('--locale=C'));
  } catch (error) {
    const text = String((error as { stderr?: string }).stderr ?? error);
    if (/No space left/i.test(text)) throw new StartupError(`The disk that holds ${note.cluster} is full.`);
    throw new StartupError(
      `PostgreSQL could not make its files in ${note.cluster}: ${text.trim().split('\n').at(-1)}`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(path.join(note.cluster, 'complete'), '');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
