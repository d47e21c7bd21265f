import { changeOwnPasswordInput } from '@/domain/acts/account';
import { verb } from '@/server/acts/verb';
import { systemClock } from '@/server/clock/clock';
import { Problem } from '@/server/errors';
import { checkStrength } from './account-input';
import { refuseAccount } from './account-refusal';
import { hashPassword } from './password';
import { forgetSessions } from './session';
import { forgetFailuresOf } from './throttle';
import { tryPassword } from './try-password';

/**
 * Change one's own password. All other sessions of the account end, the one it is changed in goes on: `sessionId`. Wrong
 * old passwords are counted for that session, as for a known device.
 * @throws Problem invalid-input with the field and, as `code`, the reason; too-many-requests after too many wrong old
 *   passwords (`code` throttled, with `minutes`) or while too many are being checked (`code` busy).
 */
export const changeOwnPassword = verb({
  name: 'change-own-password',
  capability: 'own-account',
  on: 'This account',
  schema: changeOwnPasswordInput,
  kind: 'audit',
  prepare: async ({ db, realTime = systemClock }, { id }, { sessionId, old, password }) => {
    const { name, displayName } = await db.prisma.userAccount.findUniqueOrThrow({ where: { id } });
    await checkStrength(password, [name, displayName]);
    const tried = await tryPassword(db, { name, address: '', device: sessionId }, old, realTime.now());
    if (tried.outcome === 'throttled')
      throw tooMany({ code: 'throttled', minutes: String(tried.minutesLeft) });
    if (tried.outcome === 'busy') throw tooMany({ code: 'busy' });
    if (tried.outcome === 'wrong') throw refuseAccount('password-wrong', 'old');
    if (password.normalize('NFKC') === old.normalize('NFKC'))
      throw refuseAccount('password-same', 'password');
    return { name, passwordHash: await hashPassword(password) };
  },
  run: async (tx, { id }, at, { sessionId }, { prepared: { name, passwordHash } }) => {
    await tx.userAccount.update({ where: { id }, data: { passwordHash } });
    const others = { userId: id, endedAt: null, id: { not: sessionId } };
    const { count } = await tx.staffSession.updateMany({ where: others, data: { endedAt: new Date(at) } });
    const audit = {
      action: 'PASSWORD_CHANGED',
      entity: 'account',
      entityId: id,
      reason: 'By the person',
    } as const;
    const after = { sessionsEnded: count };
    return { result: { id, name }, changes: [], audit: [{ ...audit, after }] };
  },
  committed: async ({ db }, _input, { id, name }) => {
    forgetSessions({ userId: id });
    await forgetFailuresOf(db, name);
  },
});

function tooMany(extra: Record<string, string>): Problem {
  return new Problem('too-many-requests', 'Too many passwords were tried; try again later.', [], extra);
}
