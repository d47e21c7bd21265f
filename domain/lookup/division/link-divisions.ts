import { codeOf, ordinalOf } from '@/domain/lookup/division/division-codes';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import type { DivisionRows } from '@/domain/lookup/division/division-rows';

type Codes = Pick<DivisionIndex, 'kindStarts' | 'codeKeys' | 'codeDigits' | 'letterCodes' | 'letterOrdinals'>;
type Links = Pick<DivisionIndex, 'parents' | 'childStarts' | 'childList' | 'subtreeSizes' | 'orphans'>;

/** Parent and child links in rank order. A row whose parent is missing stands alone and is named in `orphans`. */
export function linkDivisions(rows: DivisionRows, order: Uint32Array, codes: Codes): Links {
  const size = order.length;
  const index = codes as DivisionIndex;
  const parents = new Int32Array(size).fill(-1);
  const childStarts = new Uint32Array(size + 1);
  const orphans: string[] = [];
  order.forEach((row, ordinal) => {
    const key = rows.parentKeys.at(row);
    if (key < 0) return;
    const digits = rows.parentDigits.at(row);
    const code = rows.letterParents.get(row) ?? String(key).padStart(12, '0').slice(0, digits);
    const parent = ordinalOf(index, code);
    // A parent always ranks higher; anything else would close a loop.
    if (parent < 0 || parent >= ordinal) {
      orphans.push(codeOf(index, ordinal));
      return;
    }
    parents[ordinal] = parent;
    childStarts[parent + 1] = (childStarts[parent + 1] ?? 0) + 1;
  });
  for (let i = 1; i <= size; i++) childStarts[i] = (childStarts[i] ?? 0) + (childStarts[i - 1] ?? 0);
  const childList = new Uint32Array(childStarts[size] ?? 0);
  const next = childStarts.slice(0, size);
  const subtreeSizes = new Uint32Array(size).fill(1);
  for (let ordinal = 0; ordinal < size; ordinal++) {
    const parent = parents[ordinal] ?? -1;
    if (parent < 0) continue;
    const at = next[parent] ?? 0;
    childList[at] = ordinal;
    next[parent] = at + 1;
  }
  for (let ordinal = size - 1; ordinal >= 0; ordinal--) {
    const parent = parents[ordinal] ?? -1;
    if (parent >= 0) subtreeSizes[parent] = (subtreeSizes[parent] ?? 0) + (subtreeSizes[ordinal] ?? 0);
  }
  return { parents, childStarts, childList, subtreeSizes, orphans };
}
