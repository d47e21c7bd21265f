import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './root.mjs';
import { onStop } from './stop.mjs';

const GRACE_MS = 3_000;

/** A command of ours that ended badly: `output` is all it printed, `message` one sentence. */
export class CommandFailed extends Error {
  constructor(message, output) {
    super(message);
    this.output = output;
  }
}

/**
 * Run a program to its end and collect what it prints. It gets a process group of its own, so that when we are told to
 * stop, everything it has started stops too.
 * @returns {Promise<{code: number, output: string}>}
 */
export function runCommand(command, args, env = {}) {
  return new Promise((resolve) => {
    const grouped = process.platform !== 'win32';
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: grouped,
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    const signal = (name) => {
      try {
        process.kill(grouped ? -child.pid : child.pid, name);
      } catch {
        // It has ended by itself.
      }
    };
    const forget = onStop(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'close');
      signal('SIGTERM');
      // npm finishes and takes back what it has begun, which can take minutes; our stamps make that unnecessary.
      const late = setTimeout(() => signal('SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(late);
    });
    const finish = (code, extra = '') => {
      forget();
      resolve({ code, output: Buffer.concat(chunks).toString() + extra });
    };
    child.once('error', (error) => finish(127, `${command}: ${error.message}\n`));
    child.once('close', (code, signal) => finish(code ?? 1, signal ? `\nended by ${signal}\n` : ''));
  });
}

/** Run a JavaScript program of a package or of ours with this very Node. */
export const runNode = (args, env) => runCommand(process.execPath, args, env);
