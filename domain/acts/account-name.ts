/** The form in which account names are kept and compared: 「ＡＤＭＩＮ 」 and 「admin」 are one account. */
export function accountName(written: string): string {
  return written.normalize('NFKC').trim().toLowerCase();
}

/**
 * What a new account may be called: 2 to 64 Latin letters, or 2 to 64 Han characters, with digits and . _ - between.
 * Never both, and no third script: 「аdmin」 with a Cyrillic а looks like 「admin」 and is another account.
 */
export const ACCOUNT_NAME_FORM =
  /^(?:[a-z0-9][a-z0-9._-]{1,63}|[\p{Script=Han}0-9][\p{Script=Han}0-9._-]{1,63})$/u;
