import * as z from 'zod';
import { ROLES } from '@/domain/access/capabilities';
import { readText, type TextForm } from '@/domain/text/plain-text';
import { ACCOUNT_NAME_FORM, accountName } from './account-name';

/** Why something about an account is refused, in a sentence; screens have a text of their own for each name. */
export const ACCOUNT_REFUSALS = {
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
export type AccountRefusal = keyof typeof ACCOUNT_REFUSALS;

/** How long a password may be, in characters. */
export const PASSWORD_LENGTH = { min: 10, max: 200 } as const;

const because = (code: AccountRefusal) => ({ error: ACCOUNT_REFUSALS[code], params: { code } });

function textOr(code: AccountRefusal, form: TextForm) {
  return z.string(because(code)).transform((written, context) => {
    const read = readText(written, form);
    if (read.ok) return read.text;
    context.addIssue({ code: 'custom', message: ACCOUNT_REFUSALS[code], params: { code } });
    return z.NEVER;
  });
}

const password = z
  .string(because('password-short'))
  .refine((text) => [...text].length >= PASSWORD_LENGTH.min, because('password-short'))
  .refine((text) => [...text].length <= PASSWORD_LENGTH.max, because('password-long'));

const role = z.string(because('role-unknown')).transform((written, context) => {
  const known = ROLES.find((one) => one === written);
  if (known) return known;
  context.addIssue({
    code: 'custom',
    message: ACCOUNT_REFUSALS['role-unknown'],
    params: { code: 'role-unknown' },
  });
  return z.NEVER;
});

/** Why an administrator does it, as it goes into the audit trail. */
export const administratorsReason = textOr('reason-missing', { min: 2, max: 500, lines: true });

/** A division by its code, or null for expressly none (the whole nation); a blank is refused. */
export const reachCode = z
  .string(because('division-missing'))
  .nullable()
  .refine((code) => code?.trim() !== '', because('division-missing'));

/** A new account. */
export const createAccountInput = z.object({
  name: z
    .string(because('name-form'))
    .transform(accountName)
    .refine((name) => ACCOUNT_NAME_FORM.test(name), because('name-form')),
  /** The name others see; the account's own where it is left empty. */
  displayName: textOr('display-form', { min: 0, max: 60 }),
  role,
  password,
  divisionCode: reachCode,
});
export type CreateAccountInput = z.input<typeof createAccountInput>;

/** What to change of an account and why; what is left out stays. */
export const changeAccountInput = z.object({
  id: z.string(),
  reason: administratorsReason,
  role: role.optional(),
  divisionCode: reachCode.optional(),
  active: z.boolean().optional(),
});

/** A new password for somebody else's account. */
export const setPasswordInput = z.object({ id: z.string(), password });

/** The password a person has, the one they want and that again; changed in this session, which goes on. */
export const changeOwnPasswordInput = z
  .object({ sessionId: z.string(), old: z.string(), password, again: z.string() })
  .refine((given) => given.password === given.again, { path: ['again'], ...because('passwords-differ') });
