import { uuidv7 } from 'uuidv7';
import { createAccountInput } from '@/domain/acts/account';
import { verb } from '@/server/acts/verb';
import { checkDivision, checkStrength } from './account-input';
import { refuseAccount } from './account-refusal';
import { hashPassword } from './password';

/**
 * Make an account within the administrator's own division.
 * @returns the account's id.
 * @throws Problem invalid-input or conflict naming the field and, as `code`, the reason; not-found when not allowed.
 */
export const createAccount = verb({
  name: 'create-account',
  capability: 'account-manage',
  on: 'The list of accounts',
  schema: createAccountInput,
  kind: 'audit',
  prepare: async (_world, _actor, { name, displayName, password }) => {
    await checkStrength(password, [name, displayName]);
    return hashPassword(password);
  },
  run: async (tx, actor, at, given, { prepared: passwordHash }) => {
    const { name, role } = given;
    const displayName = given.displayName || name;
    const divisionCode = await checkDivision(tx, actor, 'account-manage', given.divisionCode);
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
    } as const;
    const after = { name, displayName, role, divisionCode };
    return { result: { id }, changes: [], audit: [{ ...audit, after }] };
  },
});
