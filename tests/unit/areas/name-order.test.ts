import { describe, expect, it } from 'vitest';
import { orderKeys } from '@/server/areas/name-order';

/** The names in the order their keys put them. */
function ordered(names: readonly string[]): string[] {
  const keys = orderKeys(names);
  return names
    .map((name, index) => ({ name, key: keys[index] ?? '' }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ name }) => name);
}

describe('the order of names', () => {
  it('is that of the dictionary: by reading, not by code point', () => {
    // 丁 dīng is U+4E01, before 安 ān (U+5B89) and 北 běi (U+5317) by code.
    expect(ordered(['丁家', '北关', '张氏', '安顺', '龙泉'])).toEqual([
      '安顺',
      '北关',
      '丁家',
      '龙泉',
      '张氏',
    ]);
  });

  it('puts numbers by their value', () => {
    expect(ordered(['惠中园10号楼', '惠中园9号楼', '惠中园1号楼'])).toEqual([
      '惠中园1号楼',
      '惠中园9号楼',
      '惠中园10号楼',
    ]);
  });

  it('holds when characters never met before come in between', () => {
    expect(ordered(['啊啊', '鑫鑫'])).toEqual(['啊啊', '鑫鑫']);
    expect(ordered(['鑫鑫', '犇犇', '啊啊'])).toEqual(['啊啊', '犇犇', '鑫鑫']);
  });
});
