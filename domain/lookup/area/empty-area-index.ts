import type { AreaIndex, Romanise, SharedLists } from '@/domain/lookup/area/area-index';
import { ordinalOf } from '@/domain/lookup/division/division-codes';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import type { Coverage } from '@/domain/lookup/types';

/**
 * A snapshot without areas. `romanise` makes areas findable by pinyin and initials; without it only divisions are.
 * @param at epoch ms
 */
export function emptyAreaIndex(
  divisions: DivisionIndex,
  version: number,
  at: number,
  romanise: Romanise | null = null,
): AreaIndex {
  return {
    divisions,
    version,
    edition: 0,
    evaluatedAt: at,
    size: 0,
    chunks: [],
    rollUps: new Map(),
    holders: new Uint32Array(0),
    holderBits: new Uint32Array(Math.ceil(divisions.size / 32)),
    unlocated: new Map(),
    coverages: [],
    coverageOf: new Map(),
    shared: emptyLists(romanise),
    generation: 0,
    further: new Map(),
  };
}

export function emptyLists(romanise: Romanise | null): SharedLists {
  return {
    slots: new Map(),
    names: new Map(),
    grams: new Map(),
    stems: new Map(),
    latin: new Map(),
    romanise,
    newest: 0,
  };
}

/** The key of nation-wide coverage in `coverageOf`. */
export const NATION = -1;

/**
 * The same areas under another set of coverages. A coverage whose division is not known covers nothing (unknown ground
 * must not turn routine).
 */
export function withCoverages(index: AreaIndex, coverages: readonly Coverage[], version: number): AreaIndex {
  const coverageOf = new Map<number, Coverage[]>();
  for (const coverage of coverages) {
    const ordinal = coverage.division === null ? NATION : ordinalOf(index.divisions, coverage.division);
    if (coverage.division !== null && ordinal < 0) continue;
    const list = coverageOf.get(ordinal) ?? [];
    list.push(coverage);
    coverageOf.set(ordinal, list);
  }
  return { ...index, version, coverages, coverageOf };
}
