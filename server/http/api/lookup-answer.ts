import { describe } from '@/domain/lookup/sentence/describe';
import { withNamesakes } from '@/domain/lookup/sheet/areas-named';
import { searchPlaces } from '@/domain/lookup/sheet/search-places';
import type { LookupResult } from '@/domain/lookup/types';
import type { LookupQuery } from './lookup-query';
import type { LookupState } from './lookup-state';
import { iso, writtenResult } from './written';

/** What an answer says behind its head: `,"asOf":…}`. */
export function lookupAnswer(state: LookupState, { q, options }: LookupQuery): Buffer {
  const { at, understood, results } = searchPlaces(state.index, q, options);
  const body = JSON.stringify({
    asOf: iso(at),
    understood,
    results: results.map((one) => written(withNamesakes(state.index, one, at))),
  });
  return Buffer.from(`,${body.slice(1)}`);
}

/** One result as the contract writes it: instants as text, and the sentence to read aloud. */
function written(result: LookupResult) {
  const timed = { ...writtenResult(result), zones: [], sentence: describe(result) };
  return result.kind === 'area' ? { ...timed, earliestRelease: iso(result.earliestRelease) } : timed;
}
