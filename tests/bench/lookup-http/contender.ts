import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A server under load: where it answers, and what it has used of the processor so far (ms; null where not told). */
export interface Contender {
  url: string;
  cpuMs(): number | null;
  stop(): Promise<void>;
}

/** Start a server as a process of its own. @param ready matches what it prints once it listens; group 1 is its port. */
export function startContender(
  command: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; ready: RegExp },
): Promise<Contender> {
  const [program = process.execPath, ...args] = command;
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-20_000);
      const port = options.ready.exec(said)?.[1];
      if (port)
        resolve({ url: `http://127.0.0.1:${port}`, cpuMs: () => cpuOf(child), stop: () => stop(child) });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`${command.join(' ')} ended:\n${said}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

const TICK_MS = 10;

/** User and system time of a process, from Linux' /proc. */
function cpuOf(child: ChildProcess): number | null {
  try {
    const [, fields = ''] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ');
    const numbers = fields.split(' ').map(Number);
    return ((numbers[11] ?? 0) + (numbers[12] ?? 0)) * TICK_MS;
  } catch {
    return null;
  }
}
