import { type Clock, systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { transactAudited } from '@/server/db/transact';
import { Problem } from '@/server/errors';
import { checkPassword } from './account-input';
import { refuseAccount } from './account-refusal';
import { hashPassword } from './password';
import { forgetSessions } from './session';
import { forgetFailuresOf } from './throttle';
import { tryPassword } from './try-password';
import type { Viewer } from './viewer';

/** The password a person has, the one they want, and that again. */
export interface OwnPassword {
  readonly old: string;
  readonly password: string;
  readonly again: string;
}

/**
 * Change one's own password. All other sessions of the account end, the one it is changed in goes on.
 * @param sessionId the session in which it is changed; wrong old passwords are counted for it, as for a known device.
 * @throws Problem invalid-input with the field and, as `code`, the reason; too-many-requests after too many wrong old
 *   passwords (`code` throttled, with `minutes`) or while too many are being checked (`code` busy).
 */
export async function changeOwnPassword(
  db: Database,
  viewer: Viewer,
  sessionId: string,
  given: OwnPassword,
  clock: Clock = systemClock,
): Promise<void> {
  const { name, displayName } = await db.prisma.userAccount.findUniqueOrThrow({ where: { id: viewer.id } });
  if (given.password !== given.again) throw refuseAccount('passwords-differ', 'again');
  await checkPassword(given.password, [name, displayName]);
  const tried = await tryPassword(db, { name, address: '', device: sessionId }, given.old, clock.now());
  if (tried.outcome === 'throttled') throw tooMany({ code: 'throttled', minutes: String(tried.minutesLeft) });
  if (tried.outcome === 'busy') throw tooMany({ code: 'busy' });
  if (tried.outcome === 'wrong') throw refuseAccount('password-wrong', 'old');
  if (given.password.normalize('NFKC') === given.old.normalize('NFKC')) {
    throw refuseAccount('password-same', 'password');
  }
  const passwordHash = await hashPassword(given.password);
  await transactAudited(db, clock, viewer.id, async (tx, at) => {
    await tx.userAccount.update({ where: { id: viewer.id }, data: { passwordHash } });
    const others = { userId: viewer.id, endedAt: null, id: { not: sessionId } };
    const { count } = await tx.staffSession.updateMany({ where: others, data: { endedAt: new Date(at) } });
    const audit = {
      action: 'PASSWORD_CHANGED',
      entity: 'account',
      entityId: viewer.id,
      reason: 'By the person',
    };
    return { result: null, audit: [{ ...audit, after: { sessionsEnded: count } }] };
  });
  forgetSessions({ userId: viewer.id });
  await forgetFailuresOf(db, name);
}

function tooMany(extra: Record<string, string>): Problem {
  return new Problem('too-many-requests', 'Too many passwords were tried; try again later.', [], extra);
}
