import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '@/server/config';

const PATIENCE_MS = 60_000;
const ASK_MS = 2_000;

/**
 * Wait until the server beside this command shows the log up to `seq` in its look-up.
 * @returns null when no server answers at the configured address, false when it did not show it in time.
 */
export async function serverShows(
  config: Pick<Config, 'HOST' | 'PORT'>,
  seq: number,
  ms = PATIENCE_MS,
): Promise<boolean | null> {
  const host = config.HOST === '0.0.0.0' ? '127.0.0.1' : config.HOST;
  const limit = Date.now() + ms;
  for (;;) {
    const version = await versionAt(
      `http://${host.includes(':') ? `[${host}]` : host}:${config.PORT}/readyz`,
    );
    if (version === null) return null;
    if (version >= seq) return true;
    if (Date.now() > limit) return false;
    await sleep(200);
  }
}

async function versionAt(url: string): Promise<number | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(ASK_MS) });
    const { version } = (await answer.json()) as { version?: unknown };
    return typeof version === 'number' ? version : null;
  } catch {
    return null;
  }
}
