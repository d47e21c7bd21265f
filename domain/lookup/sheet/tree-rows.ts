import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { levelOfDivision } from '@/domain/lookup/area/level-of-division';
import { countsAt } from '@/domain/lookup/area/roll-up-at';
import { codeOf } from '@/domain/lookup/division/division-codes';
import { childrenOf, kindOf, nameOf } from '@/domain/lookup/division/division-parts';
import type { TreeRow } from '@/domain/lookup/sheet/sheet';

const MOST_AROUND = 2;

/** The tree's first page: every province at an instant (epoch ms). */
export function provinceRows(index: AreaIndex, at: number): TreeRow[] {
  const { ordinals, kindStarts } = index.divisions;
  return rowsOf(index, ordinals.subarray(kindStarts[0], kindStarts[1]), at);
}

/** Some divisions: most high areas first, then most medium, the others in code order. */
export function divisionRows(index: AreaIndex, ordinals: readonly number[], at: number): TreeRow[] {
  return rowsOf(index, Uint32Array.from(ordinals), at);
}

/** The divisions directly below: most high areas first, then most medium, the others in code order. */
export function childRows(index: AreaIndex, ordinal: number, at: number): TreeRow[] {
  return rowsOf(index, childrenOf(index.divisions, ordinal), at);
}

/** The counties, prefectures and provinces from `ordinal` (itself left out unless `inclusive`) upwards, nearest two. */
export function aroundRows(index: AreaIndex, ordinal: number, inclusive: boolean, at: number): TreeRow[] {
  const rows: TreeRow[] = [];
  let step = inclusive ? ordinal : (index.divisions.parents[ordinal] ?? -1);
  for (; step >= 0 && rows.length < MOST_AROUND; step = index.divisions.parents[step] ?? -1) {
    const kind = kindOf(index.divisions, step);
    if (kind !== 'STREET' && kind !== 'COMMUNITY') rows.push(rowOf(index, step, at));
  }
  return rows;
}

function rowsOf(index: AreaIndex, ordinals: Uint32Array, at: number): TreeRow[] {
  const rows: TreeRow[] = [];
  for (const ordinal of ordinals) {
    const row = rowOf(index, ordinal, at);
    const held = row.contains.HIGH + row.contains.MEDIUM > 0;
    if (held || index.divisions.withdrawn[ordinal] !== 1) rows.push(row);
  }
  return rows.sort(
    (a, b) => b.contains.HIGH - a.contains.HIGH || b.contains.MEDIUM - a.contains.MEDIUM || order(a, b),
  );
}

function rowOf(index: AreaIndex, ordinal: number, at: number): TreeRow {
  const { divisions } = index;
  const contains = countsAt(index, ordinal, at);
  let holders = 0;
  for (const child of contains.HIGH + contains.MEDIUM > 0 ? childrenOf(divisions, ordinal) : []) {
    const below = countsAt(index, child, at);
    if (below.HIGH + below.MEDIUM > 0) holders++;
  }
  const { level } = levelOfDivision(index, ordinal, at);
  return {
    code: codeOf(divisions, ordinal),
    name: nameOf(divisions, ordinal),
    kind: kindOf(divisions, ordinal),
    level,
    contains,
    holders,
  };
}

function order(a: TreeRow, b: TreeRow): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
