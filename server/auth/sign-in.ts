import { uuidv7 } from 'uuidv7';
import { type Clock, systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { transactAudited } from '@/server/db/transact';
import { accountName } from './account-name';
import { countedAddress } from './client-address';
import type { KnownDevice } from './known-device';
import { countRefusal } from './refusal-log';
import { forgetAttempts } from './throttle';
import { type PasswordRefused, tryPassword } from './try-password';

export const SESSION_HOURS = 12;

/** What a person sends to sign in, and where from: address and device as our own door and seal say. */
export interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly address?: string | null;
  readonly device?: KnownDevice | null;
}

/** A session, or why there is none. `wrong` is all that is said of an unknown, a switched-off or a mistyped account. */
export type SignIn =
  | { readonly outcome: 'signed-in'; readonly sessionId: string; readonly name: string }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'throttled'; readonly minutesLeft: number }
  | { readonly outcome: 'busy' };

/**
 * Sign a person in with account name and password: a stored session of 12 hours and an audit line with the address.
 * Attempts are throttled (throttle.ts), wait for their turn (password-queue.ts) and are counted when refused
 * (refusal-log.ts).
 * @param clock real time; sessions do not follow a drill's clock.
 */
export async function signIn(db: Database, given: Credentials, clock: Clock = systemClock): Promise<SignIn> {
  const name = accountName(given.name).slice(0, 64);
  const address = countedAddress(given.address);
  const device = given.device?.names.includes(name) ? given.device.id : null;
  const attempt = { name, address, device };
  const tried = await tryPassword(db, attempt, given.password, clock.now());
  if (tried.outcome !== 'right') {
    await countRefusal(db, { accountId: tried.accountId, address, why: tried.outcome }, clock);
    return said(tried);
  }
  const { account } = tried;
  const sessionId = uuidv7();
  await transactAudited(db, clock, account.id, async (tx, at) => {
    const expiresAt = new Date(at + SESSION_HOURS * 3_600_000);
    await tx.staffSession.create({
      data: { id: sessionId, userId: account.id, createdAt: new Date(at), expiresAt },
    });
    const audit = { action: 'SIGNED_IN', entity: 'account', entityId: account.id, reason: 'Right password' };
    return {
      result: null,
      audit: [{ ...audit, after: { address, knownDevice: device !== null } }],
    };
  });
  await forgetAttempts(db, attempt);
  return { outcome: 'signed-in', sessionId, name };
}

function said(refused: PasswordRefused): SignIn {
  if (refused.outcome === 'throttled') return { outcome: 'throttled', minutesLeft: refused.minutesLeft };
  return { outcome: refused.outcome };
}
