import { describe, expect, it } from 'vitest';
import { withstandsGuessing } from '@/server/auth/password-strength';

const weak = (password: string, ...own: string[]) =>
  expect(withstandsGuessing(password, own).then((strong) => [password, strong])).resolves.toEqual([
    password,
    false,
  ]);

describe('a password is refused when it is', () => {
  it.each([
    '1234567890',
    '0987654321',
    '１２３４５６７８９０',
    '5201314520',
    'a123456789',
    'Passw0rd!2022',
    'password1234',
    'iloveyou123',
    'woaini1314520',
    'administrator',
  ])('among the commonest: %s', (password) => weak(password));
  it.each([
    'aaaaaaaaaaaa',
    '潍潍潍潍潍潍潍潍潍潍',
    'abcabcabcabc',
    'x'.repeat(200),
    'password'.repeat(25),
    '20221201'.repeat(25),
  ])('a repetition: %.20s', (password) => weak(password));
  it.each(['qwertyuiop', '1qaz2wsx3edc', '!@#$%^&*()'])('a run along the keyboard: %s', (password) =>
    weak(password),
  );
  it.each(['1990010119900101', '13800138000'])('a date or a number of digits: %s', (password) =>
    weak(password),
  );
  it.each([
    ['zhangsan-duty', 'zhangsan-duty'],
    ['officer-officer', 'officer'],
    ['Officer2022!', 'officer'],
    ['值班员甲值班员甲值班员甲', '值班员甲'],
  ])('mostly the name of its account: %s', (password, own) => weak(password, own));
});

describe('a password is taken when it is', () => {
  it.each([
    'taken over now',
    '海棠 铁轨 十七 缝纫机',
    'mosi-tangle-verbano',
    'Xk7#pq2Lw9',
    'fengqu-drill-2022',
  ])('hard to guess: %s', async (password) => {
    expect(await withstandsGuessing(password, ['officer', '值班员甲'])).toBe(true);
  });
});
