import { expect, it } from 'vitest';
import { parseList } from '@/domain/list/parse-list';

it.each([
  ['\ufeff {"data":', 'NOT_JSON'],
  ['', 'NOT_JSON'],
  ['[]', 'WRONG_SHAPE'],
  ['疫情通报', 'NO_LIST'],
])('a file that begins like 「%s」 is read as its form', (text, code) => {
  const result = parseList(text);
  expect(result.ok ? [] : result.errors.map((error) => error.code)).toEqual([code]);
});
