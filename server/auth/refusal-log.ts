import { z } from 'zod';
import type { AuditLine } from '@/domain/record/audit-line';
import { act } from '@/server/acts/act';
import { verb } from '@/server/acts/verb';
import { type Clock, systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { processWide } from '@/server/process-wide';
import { peopleAt } from '@/server/service-context';
import { inTheNameOf } from './viewer';

/** Why an attempt to sign in was refused. */
export type SignInRefusal = 'wrong' | 'throttled' | 'busy';

/** Refusals of one account (or of what is none) from one address. */
interface Window {
  readonly entityId: string;
  readonly address: string;
  readonly since: number;
  readonly counts: Record<SignInRefusal, number>;
  /** How many of them the audit trail has. */
  written: number;
}

const WINDOW_MS = 15 * 60_000;
/** Windows open at once; refusals from further addresses are counted together. */
const APART = 200;
const FURTHER = 'further addresses';

interface Log {
  readonly windows: Map<string, Window>;
  timer: NodeJS.Timeout | null;
  /** Lines are written one after the other: a flood must not take the connections that people need. */
  writing: Promise<void>;
}
const logs = processWide('sign-in-refusals', () => new WeakMap<Database['pool'], Log>());

/**
 * Count a refused attempt. The audit trail gets a line at the 1st, 10th, 100th … of an account from an address and one
 * with the final count when its quarter of an hour is over: a flood of attempts is no flood of lines.
 * The written name is not kept: people type their password into that field.
 * @param accountId null where the name belongs to no account, or was not looked up.
 */
export async function countRefusal(
  db: Database,
  refusal: { accountId: string | null; address: string; why: SignInRefusal },
  clock: Clock,
): Promise<void> {
  const now = clock.now();
  closeOver(db, clock, false);
  const window = windowOf(db, refusal.accountId ?? 'unknown', refusal.address, now);
  window.counts[refusal.why] += 1;
  if (!isMilestone(total(window))) return;
  const written = write(db, window, clock);
  // Whoever was not even heard is told so at once.
  if (refusal.why === 'wrong') await written;
}

/** Write down what is counted and not yet written: of the windows that are over, or `all` before the process ends. */
export async function closeRefusals(db: Database, clock: Clock, all = false): Promise<void> {
  closeOver(db, clock, all);
  const log = logOf(db);
  if (all && log.timer) clearInterval(log.timer);
  await log.writing;
}

function closeOver(db: Database, clock: Clock, all: boolean): void {
  const { windows } = logOf(db);
  for (const [key, window] of windows) {
    if (!all && clock.now() - window.since < WINDOW_MS) continue;
    windows.delete(key);
    if (total(window) > window.written) void write(db, window, clock);
  }
}

function windowOf(db: Database, entityId: string, address: string, since: number): Window {
  const log = logOf(db);
  const found = log.windows.get(`${entityId} ${address}`);
  if (found) return found;
  const from = log.windows.size < APART ? address : FURTHER;
  const key = `${entityId} ${from}`;
  const window = log.windows.get(key) ?? {
    ...{ entityId, address: from, since, written: 0 },
    counts: { wrong: 0, throttled: 0, busy: 0 },
  };
  log.windows.set(key, window);
  log.timer ??= setInterval(() => void closeRefusals(db, systemClock), WINDOW_MS / 3).unref();
  return window;
}

function write(db: Database, window: Window, clock: Clock): Promise<void> {
  const { entityId, address, since, counts, written } = window;
  window.written = total(window);
  const { wrong, throttled, busy } = counts;
  const refused = window.written;
  const after = { address, since: new Date(since).toISOString(), refused, wrong, throttled, busy };
  const record = () => act(peopleAt(db, clock), inTheNameOf('anonymous'), countRefused, { entityId, after });
  const log = logOf(db);
  log.writing = log.writing.then(record).then(
    () => undefined,
    (error) => {
      // The count goes on, and the next line tells it.
      window.written = Math.min(window.written, written);
      console.error(`Refused sign-ins could not be written down: ${String(error)}`);
    },
  );
  return log.writing;
}

function logOf(db: Database): Log {
  const log = logs.get(db.pool) ?? {
    windows: new Map<string, Window>(),
    timer: null,
    writing: Promise.resolve(),
  };
  logs.set(db.pool, log);
  return log;
}

function total({ counts }: Window): number {
  return counts.wrong + counts.throttled + counts.busy;
}

function isMilestone(count: number): boolean {
  return /^10*$/.test(String(count));
}

const countRefused = verb({
  name: 'count-refused-sign-ins',
  capability: 'system-record',
  on: 'The count of refused sign-ins',
  schema: z.object({
    entityId: z.string(),
    after: z.object({
      address: z.string(),
      since: z.string(),
      refused: z.number(),
      wrong: z.number(),
      throttled: z.number(),
      busy: z.number(),
    }),
  }),
  kind: 'audit',
  run: async (_tx, _actor, _at, { entityId, after }) => {
    const audit: AuditLine = {
      action: 'SIGN_IN_REFUSED',
      entity: 'account',
      entityId,
      reason: 'Attempts refused',
      after,
    };
    return { result: null, changes: [], audit: [audit] };
  },
});
