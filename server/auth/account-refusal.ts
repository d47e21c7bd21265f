import { ACCOUNT_REFUSALS, type AccountRefusal } from '@/domain/acts/account';
import { Problem } from '@/server/errors';

/** The refusal as a problem whose `code` names it. @param field the input it belongs to. */
export function refuseAccount(code: AccountRefusal, field: string): Problem {
  const kind = code === 'name-taken' || code === 'last-administrator' ? 'conflict' : 'invalid-input';
  const reason = ACCOUNT_REFUSALS[code];
  return new Problem(kind, reason, [{ pointer: `/${field}`, reason }], { code });
}
