import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import { isInside, kindRank } from '@/domain/lookup/division/division-parts';
import { RankedPick } from '@/domain/lookup/division/ranked-pick';

/** The divisions that hold areas at the asked instant. */
export interface Holding {
  /** Ordinals that may hold, ascending; `mayHold` is true for these only, `holds` decides. */
  readonly candidates: Uint32Array;
  mayHold(ordinal: number): boolean;
  holds(ordinal: number): boolean;
}

export const HOLDING_NOTHING: Holding = {
  candidates: new Uint32Array(0),
  mayHold: () => false,
  holds: () => false,
};

/** One search over the divisions: where, how many, and who holds areas. `within` −1: everywhere. */
export interface DivisionSearch {
  readonly index: DivisionIndex;
  readonly within: number;
  readonly limit: number;
  readonly holding: Holding;
}

const FEW = 128;

/**
 * The best of `candidates` (ascending) that pass `test`. A long list is walked only up to the limit, after the few
 * divisions that hold areas were tried on their own.
 */
export function pickDivisions(
  search: DivisionSearch,
  candidates: Uint32Array,
  test: (ordinal: number) => boolean,
  pick = new RankedPick(search.limit),
): RankedPick {
  const { index, within, holding, limit } = search;
  const passes = (ordinal: number): boolean =>
    index.withdrawn[ordinal] !== 1 && test(ordinal) && (within < 0 || isInside(index, ordinal, within));
  const offer = (ordinal: number): void =>
    pick.offer(ordinal, kindRank(index, ordinal), holding.holds(ordinal));
  if (candidates.length <= FEW) {
    for (const ordinal of candidates) if (passes(ordinal)) offer(ordinal);
    return pick;
  }
  if (within >= 0 && (index.subtreeSizes[within] ?? 0) < candidates.length) {
    walkSubtree(index, within, (ordinal) => {
      if (passes(ordinal)) offer(ordinal);
    });
    return pick;
  }
  let held = 0;
  const among = candidates.length > holding.candidates.length * 8 ? holding.candidates : candidates;
  for (let i = 0; i < among.length && held < limit; i++) {
    const ordinal = among[i] ?? 0;
    if (!holding.mayHold(ordinal) || !passes(ordinal) || !holding.holds(ordinal)) continue;
    pick.offer(ordinal, kindRank(index, ordinal), true);
    held++;
  }
  let found = 0;
  for (let i = 0; i < candidates.length && found < limit; i++) {
    const ordinal = candidates[i] ?? 0;
    if (!passes(ordinal)) continue;
    found++;
    offer(ordinal);
  }
  return pick;
}

/** The best of `candidates`, all of one kind and in any order; no text is looked at unless `test` is given. */
export function pickOfKind(
  search: DivisionSearch,
  candidates: Uint32Array,
  kind: number,
  test: ((ordinal: number) => boolean) | null,
  pick: RankedPick,
): void {
  const { index, within, holding } = search;
  for (let i = 0; i < candidates.length; i++) {
    const ordinal = candidates[i] ?? 0;
    const holds = holding.mayHold(ordinal) && holding.holds(ordinal);
    if (!pick.wants(ordinal, kind, holds) || index.withdrawn[ordinal] === 1) continue;
    if (test !== null && !test(ordinal)) continue;
    if (within >= 0 && !isInside(index, ordinal, within)) continue;
    pick.offer(ordinal, kind, holds);
  }
}

function walkSubtree(index: DivisionIndex, top: number, visit: (ordinal: number) => void): void {
  visit(top);
  const end = index.childStarts[top + 1] ?? 0;
  for (let i = index.childStarts[top] ?? 0; i < end; i++) walkSubtree(index, index.childList[i] ?? 0, visit);
}
