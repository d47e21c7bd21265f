import { type Capability, mayAt } from '@/domain/access/capabilities';
import { isDivisionCode, isUuid } from '@/domain/text/input-text';
import type { Transaction } from '@/server/db/transaction';
import { notFound } from '@/server/errors';
import { refuseAccount } from './account-refusal';
import { withstandsGuessing } from './password-strength';
import { assertMay, type Viewer } from './viewer';

/**
 * Refuse a password that is easy to guess.
 * @param own what an attacker knows of the person: account name, display name.
 * @throws Problem invalid-input (`code` password-weak).
 */
export async function checkStrength(password: string, own: readonly string[]): Promise<void> {
  if (!(await withstandsGuessing(password, own))) throw refuseAccount('password-weak', 'password');
}

/**
 * Check that the viewer may give this division to what they administer. The whole nation is null.
 * @returns its code, or null for the nation. @throws Problem invalid-input when it is unknown or out of reach.
 */
export async function checkDivision(
  tx: Pick<Transaction, 'division'>,
  viewer: Viewer,
  capability: Capability,
  code: string | null,
): Promise<string | null> {
  const division = code && isDivisionCode(code) ? await tx.division.findUnique({ where: { code } }) : null;
  if (code !== null && !division) throw refuseAccount('division-unknown', 'divisionCode');
  if (!mayAt(viewer, capability, division?.path ?? null))
    throw refuseAccount('division-unknown', 'divisionCode');
  return division?.code ?? null;
}

/** The account with this id. @throws Problem not-found when there is none the viewer may administer. */
export async function reachableAccount(tx: Pick<Transaction, 'userAccount'>, viewer: Viewer, id: string) {
  const account = isUuid(id)
    ? await tx.userAccount.findUnique({ where: { id }, include: { division: { select: { path: true } } } })
    : null;
  if (!account) throw notFound('This account');
  assertMay(viewer, 'account-manage', account.division?.path ?? null, 'This account');
  return account;
}
