import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { accountName } from '@/domain/acts/account-name';
import { act } from '@/server/acts/act';
import { verb } from '@/server/acts/verb';
import { type Clock, systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { peopleAt } from '@/server/service-context';
import { countedAddress } from './client-address';
import type { KnownDevice } from './known-device';
import { countRefusal } from './refusal-log';
import { forgetAttempts } from './throttle';
import { type PasswordRefused, tryPassword } from './try-password';
import { inTheNameOf } from './viewer';

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
  const session = { userId: account.id, address, knownDevice: device !== null };
  const { sessionId } = await act(peopleAt(db, clock), inTheNameOf(account.id), openSession, session);
  await forgetAttempts(db, attempt);
  return { outcome: 'signed-in', sessionId, name };
}

function said(refused: PasswordRefused): SignIn {
  if (refused.outcome === 'throttled') return { outcome: 'throttled', minutesLeft: refused.minutesLeft };
  return { outcome: refused.outcome };
}

const openSession = verb({
  name: 'sign-in',
  capability: 'system-record',
  on: 'A session',
  schema: z.object({ userId: z.string(), address: z.string(), knownDevice: z.boolean() }),
  kind: 'audit',
  run: async (tx, _actor, at, { userId, ...from }) => {
    const sessionId = uuidv7();
    const expiresAt = new Date(at + SESSION_HOURS * 3_600_000);
    await tx.staffSession.create({ data: { id: sessionId, userId, createdAt: new Date(at), expiresAt } });
    const audit = {
      action: 'SIGNED_IN',
      entity: 'account',
      entityId: userId,
      reason: 'Right password',
    } as const;
    return { result: { sessionId }, changes: [], audit: [{ ...audit, after: from }] };
  },
});
