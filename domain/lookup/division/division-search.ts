import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import { isInside, kindRank } from '@/domain/lookup/division/division-parts';
import { RankedPick } from '@/domain/lookup/division/ranked-pick';

/** The divisions that hold areas at the asked instant. */
export interface Holding {
  /** Ordinals that may hold, ascending; `holds` decides. */
  readonly candidates: Uint32Array;
  holds(ordinal: number): boolean;
}

export const HOLDING_NOTHING: Holding = { candidates: new Uint32Array(0), holds: () => false };

/** One search over the divisions: where, how many, and who holds areas. `within` −1: everywhere. */
export interface DivisionSearch {
  readonly index: DivisionIndex;
  readonly within: number;
  readonly limit: number;
  readonly holding: Holding;
}

const SCAN_ALL = 4096;

/**
 * The best of `candidates` that pass `test`. A long ascending list is walked only up to the limit, after the few
 * divisions that hold areas were tried on their own; a list in another order is walked whole.
 */
export function pickDivisions(
  search: DivisionSearch,
  candidates: Uint32Array,
  test: (ordinal: number) => boolean,
  pick = new RankedPick(search.limit),
  order: 'ascending' | 'any' = 'ascending',
): RankedPick {
  const { index, within, holding } = search;
  const passes = (ordinal: number): boolean =>
    index.withdrawn[ordinal] !== 1 && test(ordinal) && (within < 0 || isInside(index, ordinal, within));
  if (order === 'any' || candidates.length <= SCAN_ALL) {
    for (const ordinal of candidates) {
      if (passes(ordinal)) pick.offer(ordinal, kindRank(index, ordinal), holding.holds(ordinal));
    }
    return pick;
  }
  if (within >= 0 && (index.subtreeSizes[within] ?? 0) < candidates.length) {
    walkSubtree(index, within, (ordinal) => {
      if (passes(ordinal)) pick.offer(ordinal, kindRank(index, ordinal), holding.holds(ordinal));
    });
    return pick;
  }
  let held = 0;
  for (const ordinal of holding.candidates) {
    if (held >= search.limit) break;
    if (!passes(ordinal) || !holding.holds(ordinal)) continue;
    pick.offer(ordinal, kindRank(index, ordinal), true);
    held++;
  }
  let found = 0;
  for (const ordinal of candidates) {
    if (found >= search.limit) break;
    if (!passes(ordinal)) continue;
    found++;
    pick.offer(ordinal, kindRank(index, ordinal), holding.holds(ordinal));
  }
  return pick;
}

function walkSubtree(index: DivisionIndex, top: number, visit: (ordinal: number) => void): void {
  visit(top);
  const end = index.childStarts[top + 1] ?? 0;
  for (let i = index.childStarts[top] ?? 0; i < end; i++) walkSubtree(index, index.childList[i] ?? 0, visit);
}
