import { uuidv7 } from 'uuidv7';
import type { Database } from '@/server/db/connect';
import type { Prisma } from '@/server/db/generated/client';
import { processWide } from '@/server/process-wide';

/** One attempt to sign in. */
export interface Attempt {
  readonly name: string;
  /** Counted address; '' for none. */
  readonly address: string;
  /** The device, where it is known for this account. */
  readonly device: string | null;
}

/** Until when (epoch ms) attempts have to wait, and the account they are for; null where they are for none. */
export interface Wait {
  readonly until: number;
  readonly accountId: string | null;
}

interface Told extends Wait {
  readonly toldAt: number;
}

interface Count {
  readonly of: string;
  readonly where: Prisma.SignInFailureWhereInput;
  readonly most: number;
}

/** Failures in 15 minutes after which the next attempt has to wait. */
const MOST = { account: 5, address: 30, device: 10 };
const WINDOW_MS = 15 * 60_000;
/** With the hash of the address or device, the key of the lock under which its attempts are counted. */
const THROTTLE_LOCK = 7_034_003;
const KEPT = 10_000;

/** How long a wait is believed before the database is asked again: another process may have cleared it. */
const FRESH_MS = 2_000;

/** Who was told when to wait until when: asked before the database, which a flood must not reach. */
const refused = processWide('throttled', () => new WeakMap<Database['pool'], Map<string, Told>>());

/**
 * Take one of the attempts there are in 15 minutes: 5 for an account from one address, 30 from one address for whatever
 * accounts, 10 for an account on a device known for it. Nobody's failures elsewhere count against a person, so nobody
 * can lock an account: what a whole botnet may try is bounded by the queue of checks and by passwords that withstand it.
 * It counts as a failure from the start, so that attempts sent all at once cannot pass the count together;
 * `forgetAttempts` gives it back when it succeeds.
 * @param accountId the account of that name; null when there is none.
 * @param at epoch ms of real time.
 * @returns null when the attempt may go on, else until when it may not.
 */
export async function takeAttempt(
  db: Database,
  attempt: Attempt,
  accountId: string | null,
  at: number,
): Promise<Wait | null> {
  const full = await db.prisma.$transaction(async (tx) => {
    const who = attempt.device ?? attempt.address;
    await tx.$executeRaw`select pg_advisory_xact_lock(${THROTTLE_LOCK}::int, hashtext(${who}))`;
    const since = new Date(at - WINDOW_MS);
    await tx.signInFailure.deleteMany({ where: { at: { lte: since } } });
    for (const { of, where, most } of countsOf(attempt)) {
      const recent = await tx.signInFailure.findMany({ where, orderBy: { at: 'desc' }, take: most });
      const oldest = recent[most - 1];
      if (oldest) return { of, wait: { until: oldest.at.getTime() + WINDOW_MS, accountId } };
    }
    await tx.signInFailure.create({ data: { ...attempt, id: uuidv7(), at: new Date(at) } });
    return null;
  });
  if (full) keep(db, full.of, { ...full.wait, toldAt: at });
  return full?.wait ?? null;
}

/** The wait of one who was told to wait a moment ago and does not; null when `takeAttempt` has to be asked. */
export function waitOf(db: Database, attempt: Attempt, at: number): Wait | null {
  const known = refused.get(db.pool);
  const waits = countsOf(attempt).map(({ of }) => known?.get(of));
  return waits.find((wait) => wait && wait.until > at && at - wait.toldAt < FRESH_MS) ?? null;
}

/** Whole minutes, at least one, until the wait is over. */
export function minutesLeft({ until }: Wait, at: number): number {
  return Math.max(1, Math.ceil((until - at) / 60_000));
}

/** A right password clears what went before it on this device, or from this address for this account. */
export async function forgetAttempts(db: Database, attempt: Attempt): Promise<void> {
  const { name, address, device } = attempt;
  await db.prisma.signInFailure.deleteMany({
    where: device ? { name, device } : { name, address, device: null },
  });
}

/** A new password clears all failures of the account, wherever they came from. */
export async function forgetFailuresOf(db: Database, name: string): Promise<void> {
  await db.prisma.signInFailure.deleteMany({ where: { name } });
  refused.delete(db.pool);
}

/** The counts an attempt falls under. */
function countsOf({ name, address, device }: Attempt): Count[] {
  if (device) return [{ of: JSON.stringify([name, device]), where: { name, device }, most: MOST.device }];
  const strangers = { address, device: null };
  return [
    { of: JSON.stringify([name, address]), where: { name, ...strangers }, most: MOST.account },
    { of: JSON.stringify([address]), where: strangers, most: MOST.address },
  ];
}

function keep(db: Database, of: string, wait: Told): void {
  const known = refused.get(db.pool) ?? new Map<string, Told>();
  refused.set(db.pool, known);
  known.set(of, wait);
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break;
    known.delete(oldest);
  }
}
