import { Agent, request } from 'node:http';

/** As many as a balancer keeps open. New ones would be timed by how Node takes them: one in each round of its loop. */
const CONNECTIONS = 32;

export interface Latencies {
  requests: number;
  refused: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  longestMs: number;
}

/** @returns the cookie line of a session. */
export async function signIn(base: string, name: string, password: string): Promise<string> {
  const asked = await fetch(`${base}/api/auth/signin`, { redirect: 'manual' });
  const cookies = pairs(asked);
  const csrf = cookies.find((pair) => pair.includes('csrf-token='))?.split('=')[1] ?? '';
  const csrfToken = decodeURIComponent(csrf).split('|')[0] ?? '';
  const body = new URLSearchParams({ csrfToken, name, password, callbackUrl: '/', json: 'true' });
  const headers = { cookie: cookies.join('; ') };
  const answer = await fetch(`${base}/api/auth/callback/credentials`, {
    ...{ method: 'POST', body, headers, redirect: 'manual' },
  });
  const session = pairs(answer);
  if (!session.some((pair) => pair.includes('session'))) throw new Error(`${name} cannot sign in`);
  return session.join('; ');
}

const pairs = (answer: Response): string[] =>
  answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');

/**
 * Send look-ups at a fixed rate, whatever has been answered; each is timed from the instant at which it was due, so that
 * a server that stands still is charged for all that would have been asked meanwhile.
 */
export async function pacedLookups(
  base: string,
  cookie: string,
  strings: readonly string[],
  { rate, seconds }: { rate: number; seconds: number },
): Promise<Latencies> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  let refused = 0;
  const began = performance.now();
  const asked: Promise<void>[] = [];
  for (let n = 0; n < rate * seconds; ) {
    const due = Math.min(rate * seconds, Math.floor(((performance.now() - began) / 1000) * rate));
    for (; n < due; n += 1) {
      const dueAt = began + (n * 1000) / rate;
      const path = `/api/v1/lookup?q=${encodeURIComponent(strings[n % strings.length] ?? '')}`;
      asked.push(
        get(base, path, { cookie }, agent).then((status) => {
          times.push(performance.now() - dueAt);
          if (status !== 200) refused += 1;
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(asked);
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.ceil(times.length * share) - 1] ?? 0) * 10) / 10;
  const percentiles = { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), longestMs: at(1) };
  return { requests: times.length, refused, ...percentiles };
}

/** Whole loads of the dashboard by `people` at once, one after the other, until told to stop. */
export function people(base: string, cookie: string, count: number): { stop(): Promise<PageLoads> } {
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  let going = true;
  const times: number[] = [];
  const statuses: Record<number, number> = {};
  const each = async () => {
    while (going) {
      const began = performance.now();
      const headers = { cookie, accept: 'text/html', 'accept-encoding': 'gzip', 'accept-language': 'zh-CN' };
      const status = await get(base, '/', headers, agent);
      times.push(performance.now() - began);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  const all = Promise.all(Array.from({ length: count }, each));
  return {
    stop: async () => {
      going = false;
      await all;
      agent.destroy();
      times.sort((a, b) => a - b);
      const medianMs = Math.round(times[times.length >> 1] ?? 0);
      return { pages: times.length, medianMs, longestMs: Math.round(times.at(-1) ?? 0), statuses };
    },
  };
}

interface PageLoads {
  pages: number;
  medianMs: number;
  longestMs: number;
  statuses: Record<number, number>;
}

/** @returns the status, once the whole answer is there; 0 where the connection broke. */
function get(base: string, path: string, headers: Record<string, string>, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    const asked = request(base + path, { headers, agent }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
      answer.once('error', () => resolve(0));
    });
    asked.once('error', () => resolve(0));
    asked.end();
  });
}
