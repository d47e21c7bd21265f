import { changeAccountInput } from '@/domain/acts/account';
import { liesIn } from '@/domain/division/lies-in';
import type { AuditLine } from '@/domain/record/audit-line';
import { verb } from '@/server/acts/verb';
import type { Transaction } from '@/server/db/transaction';
import { checkDivision, reachableAccount } from './account-input';
import { refuseAccount } from './account-refusal';
import { forgetSessions } from './session';

/** Under which changes of accounts happen one after the other: two administrators cannot remove each other at once. */
const ACCOUNTS_LOCK = 7_034_004;

/**
 * Change an account's role or division, or switch it off or on. It acts on the person's next request.
 * @throws Problem conflict (`code` last-administrator) when nobody would administer that division any more;
 * invalid-input with the field; not-found when the account is missing or out of reach.
 */
export const changeAccount = verb({
  name: 'change-account',
  capability: 'account-manage',
  on: 'This account',
  schema: changeAccountInput,
  kind: 'audit',
  run: async (tx, actor, at, { id, reason, ...change }) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${ACCOUNTS_LOCK})`;
    const account = await reachableAccount(tx, actor, id);
    const before = { role: account.role, divisionCode: account.divisionCode, active: account.active };
    const after = {
      role: change.role ?? before.role,
      divisionCode:
        change.divisionCode === undefined
          ? before.divisionCode
          : await checkDivision(tx, actor, 'account-manage', change.divisionCode),
      active: change.active ?? before.active,
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return { result: null, changes: [], audit: [] };
    await tx.userAccount.update({ where: { id }, data: after });
    if (!after.active) await endSessions(tx, id, at);
    if (before.active && before.role === 'ADMIN') await assertAdministered(tx, account.division?.path ?? '');
    const audit: AuditLine = {
      action: 'ACCOUNT_CHANGED',
      entity: 'account',
      entityId: id,
      reason,
      before,
      after,
    };
    return { result: null, changes: [], audit: [audit] };
  },
  committed: (_world, { id }) => forgetSessions({ userId: id }),
});

/** End all open sessions of a person. */
export async function endSessions(
  tx: Pick<Transaction, 'staffSession'>,
  userId: string,
  at: number,
): Promise<void> {
  await tx.staffSession.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date(at) } });
}

async function assertAdministered(tx: Transaction, path: string): Promise<void> {
  const administrators = await tx.userAccount.findMany({
    where: { role: 'ADMIN', active: true },
    select: { division: { select: { path: true } } },
  });
  const covered = administrators.some((other) => liesIn(path, other.division?.path ?? ''));
  if (!covered) throw refuseAccount('last-administrator', 'role');
}
