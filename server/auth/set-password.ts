import { setPasswordInput } from '@/domain/acts/account';
import type { AuditLine } from '@/domain/record/audit-line';
import { verb } from '@/server/acts/verb';
import { checkStrength, reachableAccount } from './account-input';
import { endSessions } from './change-account';
import { hashPassword } from './password';
import { forgetSessions } from './session';
import { forgetFailuresOf } from './throttle';

/**
 * Give an account a new password: its sessions end, and it may sign in at once even after too many failures.
 * @throws Problem invalid-input for a password too short, too long or easy to guess; not-found when the account is out of reach.
 */
export const setPassword = verb({
  name: 'set-password',
  capability: 'account-manage',
  on: 'This account',
  schema: setPasswordInput,
  kind: 'audit',
  prepare: async ({ db }, actor, { id, password }) => {
    const { name, displayName } = await reachableAccount(db.prisma, actor, id);
    await checkStrength(password, [name, displayName]);
    return hashPassword(password);
  },
  run: async (tx, actor, at, { id }, { prepared: passwordHash }) => {
    const { name } = await reachableAccount(tx, actor, id);
    await tx.userAccount.update({ where: { id }, data: { passwordHash } });
    await endSessions(tx, id, at);
    const audit: AuditLine = {
      action: 'PASSWORD_SET',
      entity: 'account',
      entityId: id,
      reason: 'By an administrator',
    };
    return { result: { name }, changes: [], audit: [audit] };
  },
  committed: async ({ db }, { id }, { name }) => {
    forgetSessions({ userId: id });
    await forgetFailuresOf(db, name);
  },
});
