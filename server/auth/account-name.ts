/** The form in which account names are kept and compared: 「ＡＤＭＩＮ 」 and 「admin」 are one account. */
export function accountName(written: string): string {
  return written.normalize('NFKC').trim().toLowerCase();
}

/** 2 to 64 letters, digits and . _ - in any script; what a person can read out on the phone. */
export const ACCOUNT_NAME_FORM = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,63}$/u;
