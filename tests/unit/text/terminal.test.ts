import { expect, it } from 'vitest';
import { jsonLine } from '@/server/cli/terminal';

it('writes JSON that parses to the same and holds nothing that acts on a terminal', () => {
  const value = { name: 'a\u001b[31m\u009b\u202e\u{e0041}𠮷', rows: ['\u2028', '东关街道'] };
  const line = jsonLine(value);
  expect(JSON.parse(line)).toEqual(value);
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u);
  expect(line).toContain('𠮷');
});
