import { uuidv7 } from 'uuidv7';
import type { Database } from '@/server/db/connect';

const FAILURES = 5;
const WINDOW_MS = 15 * 60_000;
/** With the hash of the account name, the key of the lock under which its attempts are counted. */
const THROTTLE_LOCK = 7_034_003;

/**
 * Take one of the five attempts an account name has in 15 minutes. It counts as a failure from the start, so that
 * attempts sent all at once cannot pass the count together; `forgetAttempts` gives it back when it succeeds.
 * @param at epoch ms of real time.
 * @returns null when the attempt may go on, else the whole minutes until the next one may.
 */
export function takeAttempt(db: Database, name: string, at: number): Promise<number | null> {
  return db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${THROTTLE_LOCK}::int, hashtext(${name}))`;
    const since = new Date(at - WINDOW_MS);
    await tx.signInFailure.deleteMany({ where: { at: { lte: since } } });
    const recent = await tx.signInFailure.findMany({
      where: { name },
      orderBy: { at: 'desc' },
      take: FAILURES,
    });
    const oldest = recent[FAILURES - 1];
    if (oldest) return Math.max(1, Math.ceil((oldest.at.getTime() + WINDOW_MS - at) / 60_000));
    await tx.signInFailure.create({ data: { id: uuidv7(), name, at: new Date(at) } });
    return null;
  });
}

/** A right password clears what went before it. */
export async function forgetAttempts(db: Database, name: string): Promise<void> {
  await db.prisma.signInFailure.deleteMany({ where: { name } });
}
