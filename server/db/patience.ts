import { AsyncLocalStorage } from 'node:async_hooks';
import { processWide } from '@/server/process-wide';

/** How long what somebody waits for may spend on the database: a page, a read of the contract, a file of a list. */
export const READ_PATIENCE_MS = 8_000;

const deadlines = processWide('deadlines', () => new AsyncLocalStorage<number>());

/**
 * Run `work` so that all its queries together have `ms` from now on; whatever is asked later fails at once. Work that
 * was not begun here (imports, jobs, the start) waits as long as it takes.
 */
export function within<T>(ms: number, work: () => T): T {
  return deadlines.run(performance.now() + ms, work);
}

/** Milliseconds left of the patience of the work that asks, at least 1; null where no patience was set. */
export function patienceLeft(): number | null {
  const deadline = deadlines.getStore();
  return deadline === undefined ? null : Math.max(1, Math.ceil(deadline - performance.now()));
}
