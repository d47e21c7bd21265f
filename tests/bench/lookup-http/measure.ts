import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Contender } from './contender';

export interface Job {
  paths: readonly string[];
  headers: Record<string, string>;
  connections: number;
  seconds: number;
  /** Requests a second in all; as many as go when left out. */
  rate?: number;
  /** So many requests, however long they take. */
  amount?: number;
}

export interface Measured {
  requests: number;
  perSecond: number;
  bytes: number;
  p50Ms: number;
  p99Ms: number;
  refused: number;
  /** Processor time of the server a request, µs; null where the system does not tell. */
  cpuUs: number | null;
}

/** Load one contender from another process. @param root the project's folder. */
export async function measure(root: string, folder: string, to: Contender, job: Job): Promise<Measured> {
  const file = path.join(folder, 'job.json');
  writeFileSync(file, JSON.stringify({ url: to.url, ...job }));
  const before = to.cpuMs();
  const said = await run([path.join(root, 'tests/bench/lookup-http/load.mjs'), file]);
  const after = to.cpuMs();
  const measured = JSON.parse(said) as Omit<Measured, 'cpuUs'>;
  const cpuUs =
    before === null || after === null ? null : ((after - before) * 1000) / Math.max(1, measured.requests);
  return { ...measured, cpuUs };
}

function run(args: string[]): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve(said) : reject(new Error(`load ended with ${code}`))));
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
