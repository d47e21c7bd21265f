import { readFileSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { StartupError } from '@/server/startup-error';
import { processStart } from './process-identity';

/** The main process of an embedded PostgreSQL, which may end without being told to. */
export interface Postmaster {
  readonly cluster: string;
  /** Whether the process that was started last, or one that took its place, still runs (answering or not). */
  runs(): boolean;
  /**
   * Start it on its cluster and port, recovering whatever an end without order left. One that runs already is taken as
   * it is.
   * @throws StartupError with PostgreSQL's own last word when it does not start.
   */
  start(): Promise<void>;
}

type Control = (args: string[]) => Promise<unknown>;

/** @param control runs `pg_ctl` on the cluster. */
export function postmasterOf(cluster: string, port: number, control: Control): Postmaster {
  const log = path.join(cluster, 'server.log');
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=256MB -c max_connections=60 -c max_wal_size=2GB -c client_connection_check_interval=2s`;
  let known: { pid: number; start: string } | null = null;
  const runs = () => {
    if (known && processStart(known.pid) === known.start) return true;
    const found = running(cluster);
    // A note that still names the dead one may by now name a stranger with its number.
    if (!found || found.pid === known?.pid) return false;
    known = found;
    return true;
  };
  return {
    cluster,
    runs,
    start: async () => {
      if (known !== null && runs()) return;
      try {
        await control(['start', '-w', '-t', '60', '-l', log, '-o', options]);
      } catch (error) {
        // A recovery that takes longer than pg_ctl waits goes on; the server answers when it is done.
        if (known !== null && runs()) return;
        throw new StartupError(
          `PostgreSQL did not start on ${cluster}: ${lastLine(log) ?? String((error as Error).message)}`,
        );
      }
      runs();
    },
  };
}

/** The process that the cluster's own note names, where it runs and is a PostgreSQL. */
function running(cluster: string): { pid: number; start: string } | null {
  try {
    const pid = Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const start = Number.isSafeInteger(pid) && pid > 0 ? processStart(pid) : null;
    return start === null ? null : { pid, start };
  } catch {
    return null;
  }
}

/** What may still be written on the disk that holds `folder`. */
export function freeBytes(folder: string): number {
  const disk = statfsSync(folder);
  return disk.bavail * disk.bsize;
}

function lastLine(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? null;
  } catch {
    return null;
  }
}
