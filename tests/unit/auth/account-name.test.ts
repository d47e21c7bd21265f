import { describe, expect, it } from 'vitest';
import { ACCOUNT_NAME_FORM, accountName } from '@/domain/acts/account-name';

const allowed = (written: string) => ACCOUNT_NAME_FORM.test(accountName(written));

describe('the name of a new account', () => {
  it.each(['admin', 'ＡＤＭＩＮ', 'li.wei-2', '值班员甲', '值班员01', '12', '潍坊.值班'])(
    'may be %s',
    (name) => {
      expect(allowed(name)).toBe(true);
    },
  );

  it.each([
    ['аdmin', 'a Cyrillic а'],
    ['οfficer', 'a Greek ο'],
    ['admın', 'a dotless ı'],
    ['admin\u0301', 'a combining accent'],
    ['adm\u200bin', 'a zero-width space'],
    ['ad\u202emin', 'a mark that turns the direction'],
    ['admin值班', 'two scripts'],
    ['ㄅㄆㄇ', 'bopomofo'],
    ['アドミン', 'katakana'],
    ['a', 'one letter'],
    ['-admin', 'a hyphen first'],
    ['a b', 'a space'],
    ['x'.repeat(65), 'too many letters'],
  ])('is refused: %s (%s)', (name) => {
    expect(allowed(name)).toBe(false);
  });
});
