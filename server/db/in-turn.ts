import { Problem } from '@/server/errors';
import { processWide } from '@/server/process-wide';
import type { Database } from './connect';

/** How long a recording waits for those before it: the greatest import takes six seconds, on a busy machine forty. */
const PATIENCE_MS = 90_000;

/** The end of the last in line, by pool. */
const lines = processWide('recordings', () => new WeakMap<Database['pool'], Promise<void>>());

/**
 * Run `work` when everything that was handed in before it, for this database and in this process, has ended.
 * @throws Problem temporarily-unavailable when that takes longer than 90 seconds; `work` is then not begun.
 */
export async function inTurn<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const before = lines.get(db.pool) ?? Promise.resolve();
  let leave = (): void => undefined;
  const mine = new Promise<void>((resolve) => {
    leave = resolve;
  });
  // Whoever gives up still keeps its place: the next in line waits for those before it all the same.
  lines.set(
    db.pool,
    Promise.all([before, mine]).then(() => undefined),
  );
  try {
    await atMost(before);
    return await work();
  } finally {
    leave();
  }
}

async function atMost(before: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const detail = 'Other changes are still being recorded; nothing was changed. Try again in a minute.';
      reject(new Problem('temporarily-unavailable', detail));
    }, PATIENCE_MS);
  });
  await Promise.race([before, late]).finally(() => clearTimeout(timer));
}
