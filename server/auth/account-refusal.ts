import { Problem } from '@/server/errors';

const SENTENCE = {
  'name-form':
    'An account name has 2 to 64 Latin letters, or Chinese characters, never both; digits, dots, hyphens and underscores may stand between.',
  'name-taken': 'An account of this name exists already.',
  'display-form': 'A display name has 1 to 60 characters.',
  'password-short': 'A password has at least 10 characters.',
  'password-long': 'A password has at most 200 characters.',
  'password-weak':
    'This password is too easy to guess: it is common, repeats itself, follows the keyboard or is mostly a name. Take several words that do not belong together.',
  'password-wrong': 'This is not your present password.',
  'password-same': 'This is your present password; choose another one.',
  'passwords-differ': 'The two new passwords differ.',
  'role-unknown': 'The role should be ADMIN, OFFICER, STAFF or PRESS.',
  'division-missing': 'Choose a division, or say that there is none.',
  'division-unknown': 'There is no division of this code within your reach.',
  'reason-missing': 'Give the reason, in 2 to 500 characters that can be read.',
  'last-administrator': 'This is the last active administrator of its division; name another one first.',
} as const;

/** Why an account is refused; screens have a text of their own for each. */
export type AccountRefusal = keyof typeof SENTENCE;

/** The refusal as a problem whose `code` names it. @param field the input it belongs to. */
export function refuseAccount(code: AccountRefusal, field: string): Problem {
  const kind = code === 'name-taken' || code === 'last-administrator' ? 'conflict' : 'invalid-input';
  return new Problem(kind, SENTENCE[code], [{ pointer: `/${field}`, reason: SENTENCE[code] }], { code });
}
