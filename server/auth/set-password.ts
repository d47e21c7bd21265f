import { type Clock, systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { transactAudited } from '@/server/db/transact';
import { checkPassword, reachableAccount } from './account-input';
import { endSessions } from './change-account';
import { hashPassword } from './password';
import { forgetSessions } from './session';
import { forgetFailuresOf } from './throttle';
import type { Viewer } from './viewer';

/**
 * Give an account a new password: its sessions end, and it may sign in at once even after too many failures.
 * @throws Problem invalid-input for a password too short, too long or easy to guess; not-found when the account is out of reach.
 */
export async function setPassword(
  db: Database,
  viewer: Viewer,
  id: string,
  password: string,
  clock: Clock = systemClock,
): Promise<void> {
  const { name, displayName } = await reachableAccount(db.prisma, viewer, id);
  await checkPassword(password, [name, displayName]);
  const passwordHash = await hashPassword(password);
  await transactAudited(db, clock, viewer.id, async (tx, at) => {
    await reachableAccount(tx, viewer, id);
    await tx.userAccount.update({ where: { id }, data: { passwordHash } });
    await endSessions(tx, id, at);
    const audit = { action: 'PASSWORD_SET', entity: 'account', entityId: id, reason: 'By an administrator' };
    return { result: null, audit: [audit] };
  });
  forgetSessions({ userId: id });
  await forgetFailuresOf(db, name);
}
