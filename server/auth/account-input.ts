import { readText } from '@/domain/text/plain-text';
import { Role } from '@/server/db/generated/enums';
import type { Transaction } from '@/server/db/transact';
import { notFound } from '@/server/errors';
import { isDivisionCode, isUuid } from '@/server/input-text';
import { refuseAccount } from './account-refusal';
import { PASSWORD_LENGTH } from './password';
import { withstandsGuessing } from './password-strength';
import { assertMay, type Viewer } from './viewer';

/**
 * Check a new password: its length, and that it withstands guessing.
 * @param own what an attacker knows of the person: account name, display name. @param field the input it belongs to.
 * @throws Problem invalid-input saying which of the two it lacks.
 */
export async function checkPassword(
  password: string,
  own: readonly string[],
  field = 'password',
): Promise<void> {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.min) throw refuseAccount('password-short', field);
  if (length > PASSWORD_LENGTH.max) throw refuseAccount('password-long', field);
  if (!(await withstandsGuessing(password, own))) throw refuseAccount('password-weak', field);
}

/** The reason as it goes into the audit trail. @throws Problem invalid-input unless it can be read and has 2 to 500 characters. */
export function checkReason(written: string): string {
  const read = readText(written, { min: 2, max: 500, lines: true });
  if (!read.ok) throw refuseAccount('reason-missing', 'reason');
  return read.text;
}

/** The name others see, '' where none was given. @throws Problem invalid-input unless it has at most 60 readable characters. */
export function checkDisplayName(written: string): string {
  const read = readText(written, { min: 0, max: 60 });
  if (!read.ok) throw refuseAccount('display-form', 'displayName');
  return read.text;
}

/** @throws Problem invalid-input unless the name of a role was given. */
export function checkRole(written: string): Role {
  const role = Object.values(Role).find((known) => known === written);
  if (!role) throw refuseAccount('role-unknown', 'role');
  return role;
}

/**
 * Check that the viewer may give accounts this division. The whole nation is null and is said so: a blank is refused.
 * @returns its code, or null for the nation. @throws Problem invalid-input when it is missing, unknown or out of reach.
 */
export async function checkDivision(
  tx: Pick<Transaction, 'division'>,
  viewer: Viewer,
  code: string | null,
): Promise<string | null> {
  if (code?.trim() === '') throw refuseAccount('division-missing', 'divisionCode');
  const division = code && isDivisionCode(code) ? await tx.division.findUnique({ where: { code } }) : null;
  const reachable = code ? division?.path.startsWith(viewer.scope) : viewer.scope === '';
  if (!reachable) throw refuseAccount('division-unknown', 'divisionCode');
  return division?.code ?? null;
}

/** The account with this id. @throws Problem not-found when there is none the viewer may administer. */
export async function reachableAccount(tx: Pick<Transaction, 'userAccount'>, viewer: Viewer, id: string) {
  const account = isUuid(id)
    ? await tx.userAccount.findUnique({ where: { id }, include: { division: { select: { path: true } } } })
    : null;
  if (!account) throw notFound('This account');
  assertMay(viewer, 'administer', account.division?.path ?? null, 'This account');
  return account;
}
