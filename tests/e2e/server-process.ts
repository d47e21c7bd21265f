import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CLI = path.join(ROOT, 'dist/cli.js');
const START_LIMIT_MS = 600_000;
const STOP_LIMIT_MS = 120_000;
const run = promisify(execFile);

/** A built server of its own, on a data folder of its own. */
export interface ServerProcess {
  /** Where it answers, such as `http://localhost:40123`. */
  url: string;
  dataDir: string;
  /** Run a command beside the server, as `npm run -s NAME -- ARGS` would. @returns what it printed on stdout. */
  command(name: string, ...args: string[]): Promise<string>;
  /** Everything the server has printed so far. */
  printed(): string;
  /** Stop the server in order and remove the data folder. */
  stop(): Promise<void>;
}

/**
 * Start the built server (`npm run build` makes it) on a free loopback port and an empty folder, and wait until it is
 * ready.
 * @param args of `serve`, such as `--demo`
 * @param environment added to the environment
 * @throws Error with all it printed when it ends or is not ready in time
 */
export async function startServer(
  args: string[],
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'fengqu-e2e-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  // An empty variable counts as unset: the server brings its own database, whatever surrounds the test.
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, PORT: String(port), ...environment };
  const child = spawn(process.execPath, [CLI, 'serve', ...args], { cwd: ROOT, env });
  let text = '';
  const keep = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const stop = async () => {
    await stopProcess(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await untilReady(url, child);
  } catch (error) {
    await stop();
    throw new Error(`${String(error)}\n${text}`);
  }
  return {
    url,
    dataDir,
    printed: () => text,
    stop,
    command: async (name, ...rest) => {
      const { stdout } = await run(process.execPath, [CLI, name, ...rest], { cwd: ROOT, env });
      return stdout;
    },
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS;
  while (Date.now() < limit) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('The server ended.');
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error(`The server was not ready after ${START_LIMIT_MS / 1000} s.`);
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(late);
}

/** A port of loopback that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
