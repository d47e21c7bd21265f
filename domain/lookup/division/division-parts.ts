import { DIVISION_KINDS, type DivisionKind } from '@/domain/division/types';
import { codeOf } from '@/domain/lookup/division/division-codes';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import { textAt } from '@/domain/lookup/pool-text';
import type { PathStep } from '@/domain/lookup/types';

/** Rank of the kind, 0 province … 5 community. */
export function kindRank(index: DivisionIndex, ordinal: number): number {
  let kind = 0;
  while (kind < 5 && ordinal >= (index.kindStarts[kind + 1] ?? 0)) kind++;
  return kind;
}

export function kindOf(index: DivisionIndex, ordinal: number): DivisionKind {
  return DIVISION_KINDS[kindRank(index, ordinal)] ?? 'COMMUNITY';
}

/** The name as written. */
export function nameOf(index: DivisionIndex, ordinal: number): string {
  const written = index.details.get(ordinal)?.writtenName;
  if (written !== undefined && written !== null) return written;
  const { pool, starts, lengths } = index.terms;
  return textAt(pool, starts[ordinal] ?? 0, lengths[ordinal] ?? 0);
}

/** Every division from the province down to and including this one. */
export function pathOf(index: DivisionIndex, ordinal: number): readonly PathStep[] {
  const known = index.writtenPaths[ordinal];
  if (known !== undefined) return known;
  const parent = index.parents[ordinal] ?? -1;
  const step = { code: codeOf(index, ordinal), name: nameOf(index, ordinal) };
  const path = parent < 0 ? [step] : [...pathOf(index, parent), step];
  if (ordinal < (index.kindStarts[5] ?? 0)) index.writtenPaths[ordinal] = path;
  return path;
}

/** Whether `ordinal` is `ancestor` or lies under it. */
export function isInside(index: DivisionIndex, ordinal: number, ancestor: number): boolean {
  for (let at = ordinal; at >= ancestor && at >= 0; at = index.parents[at] ?? -1) {
    if (at === ancestor) return true;
  }
  return false;
}

/** Divisions directly below, in rank order. */
export function childrenOf(index: DivisionIndex, ordinal: number): Uint32Array {
  return index.childList.subarray(index.childStarts[ordinal], index.childStarts[ordinal + 1]);
}

/**
 * The unit by which 低 and 常态化 are decided: the nearest county or functional zone, itself counted; in a prefecture
 * without counties (东莞, 中山, 儋州) the prefecture. −1 for a province, and for a prefecture that has counties.
 */
export function countyOf(index: DivisionIndex, ordinal: number): number {
  const firstCounty = index.kindStarts[2] ?? 0;
  const firstStreet = index.kindStarts[4] ?? 0;
  const firstPrefecture = index.kindStarts[1] ?? 0;
  let at = ordinal;
  while (at >= firstStreet) at = index.parents[at] ?? -1;
  if (at >= firstCounty) return at;
  if (at < firstPrefecture) return -1;
  if (at !== ordinal) return at;
  for (const child of childrenOf(index, at)) if (child >= firstCounty && child < firstStreet) return -1;
  return at;
}
