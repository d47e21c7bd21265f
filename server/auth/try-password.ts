import { PASSWORD_LENGTH } from '@/domain/acts/account';
import type { Database } from '@/server/db/connect';
import type { UserAccount } from '@/server/db/generated/client';
import { verifyPassword } from './password';
import { takeTurn } from './password-queue';
import { type Attempt, minutesLeft, takeAttempt, type Wait, waitOf } from './throttle';

/** Why a password was not taken; `accountId` where the name is known to belong to one. */
export type PasswordRefused =
  | { readonly outcome: 'wrong' | 'busy'; readonly accountId: string | null }
  | { readonly outcome: 'throttled'; readonly accountId: string | null; readonly minutesLeft: number };

export type PasswordTried = { readonly outcome: 'right'; readonly account: UserAccount } | PasswordRefused;

/**
 * Check the password of an account, as often as the throttle lets and when it is the attempt's turn. Whoever gets it
 * right gives the attempt back (`forgetAttempts`).
 * @param at epoch ms of real time.
 */
export async function tryPassword(
  db: Database,
  attempt: Attempt,
  password: string,
  at: number,
): Promise<PasswordTried> {
  const wait = waitOf(db, attempt, at);
  if (wait) return throttled(wait, at);
  const comer = { address: attempt.address, known: attempt.device !== null };
  const tried = await takeTurn(comer, async (): Promise<PasswordTried> => {
    const account = await db.prisma.userAccount.findUnique({ where: { name: attempt.name } });
    const told = await takeAttempt(db, attempt, account?.id ?? null, at);
    if (told) return throttled(told, at);
    const right = await verifyPassword(
      account?.passwordHash ?? null,
      password.slice(0, PASSWORD_LENGTH.max + 1),
    );
    if (right && account?.active) return { outcome: 'right', account };
    return { outcome: 'wrong', accountId: account?.id ?? null };
  });
  return tried ?? { outcome: 'busy', accountId: null };
}

function throttled(wait: Wait, at: number): PasswordRefused {
  return { outcome: 'throttled', accountId: wait.accountId, minutesLeft: minutesLeft(wait, at) };
}
