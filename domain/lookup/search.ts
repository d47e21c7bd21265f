import { areaResult } from '@/domain/lookup/answer-area';
import { divisionResult } from '@/domain/lookup/answer-division';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { withDefaults } from '@/domain/lookup/asked';
import { ordinalOf } from '@/domain/lookup/division/division-codes';
import { findByCode } from '@/domain/lookup/find-by-code';
import { findByLatin } from '@/domain/lookup/find-by-latin';
import { findByText } from '@/domain/lookup/find-by-text';
import { normaliseText } from '@/domain/lookup/normalise-text';
import { rankHits } from '@/domain/lookup/rank-hits';
import type { SearchAnswer, SearchOptions, Understood } from '@/domain/lookup/types';

const LONGEST_QUERY = 400;
const NOTHING: Understood = { as: 'nothing', path: [], rest: '' };

/**
 * Look up what a person typed: Chinese (whole or part), pinyin, initials, a division code, or a whole address.
 * Pure and total: an empty or unreadable query, or a `within` that is no division, gives no results.
 * @returns results best first: exact, alias, address, prefix, substring, pinyin; inside a kind wider divisions first,
 * then those that hold high or medium areas. Every level is that of `options.at`.
 */
export function search(index: AreaIndex, query: string, options: SearchOptions): SearchAnswer {
  const asked = withDefaults(options);
  const head = { version: index.version, at: asked.at };
  const within = options.within === undefined ? -1 : ordinalOf(index.divisions, options.within);
  const written = query.slice(0, LONGEST_QUERY);
  if (normaliseText(written) === '' || (options.within !== undefined && within < 0)) {
    return { ...head, results: [], understood: { ...NOTHING, rest: written } };
  }
  const bounds = { index, within, at: asked.at, limit: asked.limit };
  const { hits, understood } =
    findByCode(bounds, written) ?? findByLatin(bounds, written) ?? findByText(bounds, written);
  const results = rankHits(index, hits, asked.at)
    .slice(0, asked.limit)
    .map((hit) => {
      const match = { type: hit.type, score: hit.score };
      return hit.kind === 'area'
        ? areaResult(index, hit.entry, asked, match)
        : divisionResult(index, hit.ordinal, asked, match, hit.beside);
    });
  return { ...head, results, understood };
}
