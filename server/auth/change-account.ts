import { liesIn } from '@/domain/division/lies-in';
import { type Clock, systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { type Transaction, transactAudited } from '@/server/db/transact';
import { checkDivision, checkReason, checkRole, reachableAccount } from './account-input';
import { refuseAccount } from './account-refusal';
import { forgetSessions } from './session';
import type { Viewer } from './viewer';

/** Under which changes of accounts happen one after the other: two administrators cannot remove each other at once. */
const ACCOUNTS_LOCK = 7_034_004;

/** What to change and why; what is left out stays. `divisionCode` null is the whole nation. */
export interface AccountChange {
  readonly reason: string;
  readonly role?: string;
  readonly divisionCode?: string | null;
  readonly active?: boolean;
}

/**
 * Change an account's role or division, or switch it off or on. It acts on the person's next request.
 * @throws Problem conflict (`code` last-administrator) when nobody would administer that division any more;
 * invalid-input with the field; not-found when the account is missing or out of reach.
 */
export async function changeAccount(
  db: Database,
  viewer: Viewer,
  id: string,
  change: AccountChange,
  clock: Clock = systemClock,
): Promise<void> {
  const reason = checkReason(change.reason);
  await transactAudited(db, clock, viewer.id, async (tx, at) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${ACCOUNTS_LOCK})`;
    const account = await reachableAccount(tx, viewer, id);
    const before = { role: account.role, divisionCode: account.divisionCode, active: account.active };
    const after = {
      role: change.role === undefined ? before.role : checkRole(change.role),
      divisionCode:
        change.divisionCode === undefined
          ? before.divisionCode
          : await checkDivision(tx, viewer, change.divisionCode),
      active: change.active ?? before.active,
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return { result: null, audit: [] };
    await tx.userAccount.update({ where: { id }, data: after });
    if (!after.active) await endSessions(tx, id, at);
    if (before.active && before.role === 'ADMIN') await assertAdministered(tx, account.division?.path ?? '');
    const audit = { action: 'ACCOUNT_CHANGED', entity: 'account', entityId: id, reason, before, after };
    return { result: null, audit: [audit] };
  });
  forgetSessions({ userId: id });
}

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
