import { uuidv7 } from 'uuidv7';
import { type Clock, systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { transactAudited } from '@/server/db/transact';
import { accountName } from './account-name';
import { PASSWORD_LENGTH, verifyPassword } from './password';
import { forgetAttempts, takeAttempt } from './throttle';

export const SESSION_HOURS = 12;

/** A session, or why there is none. `wrong` is all that is said of an unknown, a switched-off or a mistyped account. */
export type SignIn =
  | { readonly outcome: 'signed-in'; readonly sessionId: string }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'throttled'; readonly minutesLeft: number };

/**
 * Sign a person in with account name and password: a stored session of 12 hours and an audit line.
 * @param clock real time; sessions do not follow a drill's clock.
 */
export async function signIn(
  db: Database,
  given: { name: string; password: string },
  clock: Clock = systemClock,
): Promise<SignIn> {
  const name = accountName(given.name).slice(0, 64);
  const minutesLeft = await takeAttempt(db, name, clock.now());
  if (minutesLeft !== null) return { outcome: 'throttled', minutesLeft };

  const account = await db.prisma.userAccount.findUnique({ where: { name } });
  const password = given.password.slice(0, PASSWORD_LENGTH.max + 1);
  const right = await verifyPassword(account?.passwordHash ?? null, password);
  if (!right || !account?.active) {
    await recordRefusal(db, clock, account?.id ?? null);
    return { outcome: 'wrong' };
  }
  const sessionId = uuidv7();
  await transactAudited(db, clock, account.id, async (tx, at) => {
    const expiresAt = new Date(at + SESSION_HOURS * 3_600_000);
    await tx.staffSession.create({
      data: { id: sessionId, userId: account.id, createdAt: new Date(at), expiresAt },
    });
    return { result: null, audit: [line('SIGNED_IN', account.id, 'Right password')] };
  });
  await forgetAttempts(db, name);
  return { outcome: 'signed-in', sessionId };
}

/** The written name is not kept: people type their password into that field. */
function recordRefusal(db: Database, clock: Clock, accountId: string | null): Promise<null> {
  const entityId = accountId ?? 'unknown';
  return transactAudited(db, clock, 'anonymous', async () => ({
    result: null,
    audit: [line('SIGN_IN_REFUSED', entityId, 'Wrong password or account')],
  }));
}

function line(action: string, entityId: string, reason: string) {
  return { action, entity: 'account', entityId, reason };
}
