import { type Numbers, WIDEST_RANGE } from '@/domain/lookup/place/place';

/** One number as lists write it: 7, 第7, b3, 甲7, 负9, 7甲, 2-1, 1-3, 1至18, 23之4, a, 东(单元). */
export const NUMBER =
  '(?:第?[a-z甲乙丙丁东西南北中负附]?\\d+(?:之\\d+)?(?:[-至到]第?\\d+)?[a-z甲乙丙丁]?|[a-z甲乙丙丁]|[东南西北中](?=单元|座|栋|幢))';

/**
 * Read one number. `1-3` and `1至18` are ranges when they climb by less than 500 and `-` may mean one; `2-1` is a
 * number of its own.
 */
export function parseNumbers(text: string): Numbers {
  const bare = text.replaceAll('第', '');
  const range = /^(\d+)([-至到])(\d+)$/.exec(bare);
  if (range !== null) {
    const low = Number(range[1]);
    const high = Number(range[3]);
    if (high > low && high - low < WIDEST_RANGE) return { values: [], ranges: [{ low, high }] };
    return { values: [`${low}-${high}`], ranges: [] };
  }
  return { values: [bare.replace(/^(\D*)0+(?=\d)/, '$1')], ranges: [] };
}
