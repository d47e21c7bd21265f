/**
 * How long a person's sign-in takes in quiet, and while strangers flood the door: 300 tries at that very account from one
 * address, then 300 from 100 addresses. Run against a server whose PUBLIC_URL is set, so that X-Forwarded-For counts:
 * `npm exec -- node scripts/run-ts.mjs tests/bench/sign-in-flood.ts http://localhost:3000 officer PASSWORD`.
 */
import { performance } from 'node:perf_hooks';

const [base = '', name = '', password = ''] = process.argv.slice(2);
const ROUNDS = 10;

interface Said {
  readonly outcome: string;
  readonly ms: number;
  readonly device: string;
}

/** One attempt as a browser sends it. @param device the cookie line of a known device, '' for none */
async function attempt(from: string, secret: string, device = ''): Promise<Said> {
  const headers = { 'x-forwarded-for': from };
  const asked = await fetch(`${base}/api/auth/signin`, { headers, redirect: 'manual' });
  const cookies = asked.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  const csrf = cookies.find((pair) => pair.includes('csrf-token='))?.split('=')[1] ?? '';
  const csrfToken = decodeURIComponent(csrf).split('|')[0] ?? '';
  const cookie = [...cookies, device].filter(Boolean).join('; ');
  const body = new URLSearchParams({ csrfToken, name, password: secret, callbackUrl: '/', json: 'true' });
  const began = performance.now();
  const answer = await fetch(`${base}/api/auth/callback/credentials`, {
    ...{ method: 'POST', body, redirect: 'manual' },
    headers: { ...headers, cookie },
  });
  const { url } = (await answer.json()) as { url: string };
  const outcome = new URL(url, base).searchParams.get('error') ?? 'signed in';
  const set = answer.headers.getSetCookie().find((line) => line.includes('fengqu-device'));
  return { outcome, ms: performance.now() - began, device: set?.split(';')[0] ?? '' };
}

/** Sign in again and again. @returns the times in ms, sorted. */
async function person(from: (round: number) => string, device: string): Promise<string> {
  const said: Said[] = [];
  for (let round = 0; round < ROUNDS; round += 1) said.push(await attempt(from(round), password, device));
  const times = said.map(({ ms }) => Math.round(ms)).sort((a, b) => a - b);
  return `median ${times[ROUNDS / 2]} ms, longest ${times.at(-1)} ms; ${tally(said)}`;
}

function tally(said: readonly Said[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of said) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${outcome} × ${count}`).join(', ');
}

async function flood(what: string, from: (n: number) => string, device: string): Promise<void> {
  const began = performance.now();
  const strangers = Promise.all(Array.from({ length: 300 }, (_, n) => attempt(from(n), 'wrong password')));
  const known = await person(() => '198.51.100.1', device);
  const fresh = await person((round) => `198.51.100.${100 + round}`, '');
  const said = await strangers;
  console.log(`${what}\n  strangers in ${Math.round(performance.now() - began)} ms: ${tally(said)}`);
  console.log(`  person, known device: ${known}\n  person, new device:   ${fresh}`);
}

const { device, outcome } = await attempt('198.51.100.1', password);
if (!device) throw new Error(`${name} cannot sign in: ${outcome}`);
console.log(`quiet\n  known device: ${await person(() => '198.51.100.1', device)}`);
console.log(`  new device:   ${await person((round) => `198.51.100.${10 + round}`, '')}`);
await flood('300 tries from one address', () => '203.0.113.9', device);
await flood('300 tries from 100 addresses', (n) => `192.0.2.${n % 100}`, device);
console.log(`afterwards\n  known device: ${await person(() => '198.51.100.1', device)}`);
