import { uuidv7 } from 'uuidv7';
import { type Clock, systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { transactAudited } from '@/server/db/transact';
import { notFound } from '@/server/errors';
import { checkDisplayName, checkDivision, checkPassword, checkRole } from './account-input';
import { ACCOUNT_NAME_FORM, accountName } from './account-name';
import { refuseAccount } from './account-refusal';
import { hashPassword } from './password';
import { may, type Viewer } from './viewer';

/** A new account; `divisionCode` null is the whole nation, '' is refused. */
export interface NewAccount {
  readonly name: string;
  readonly displayName: string;
  readonly password: string;
  readonly role: string;
  readonly divisionCode: string | null;
}

/**
 * Make an account within the administrator's own division.
 * @returns the account's id.
 * @throws Problem invalid-input or conflict naming the field and, as `code`, the reason; not-found when not allowed.
 */
export async function createAccount(
  db: Database,
  viewer: Viewer,
  given: NewAccount,
  clock: Clock = systemClock,
): Promise<string> {
  if (!may(viewer, 'administer')) throw notFound('The list of accounts');
  const name = accountName(given.name);
  if (!ACCOUNT_NAME_FORM.test(name)) throw refuseAccount('name-form', 'name');
  const displayName = checkDisplayName(given.displayName) || name;
  const role = checkRole(given.role);
  await checkPassword(given.password, [name, displayName]);
  const passwordHash = await hashPassword(given.password);
  return transactAudited(db, clock, viewer.id, async (tx, at) => {
    const divisionCode = await checkDivision(tx, viewer, given.divisionCode);
    const id = uuidv7();
    const made = await tx.userAccount.createMany({
      data: { id, name, displayName, passwordHash, role, divisionCode, createdAt: new Date(at) },
      skipDuplicates: true,
    });
    if (made.count === 0) throw refuseAccount('name-taken', 'name');
    const audit = {
      action: 'ACCOUNT_CREATED',
      entity: 'account',
      entityId: id,
      reason: 'By an administrator',
    };
    const after = { name, displayName, role, divisionCode };
    return { result: id, audit: [{ ...audit, after }] };
  });
}
