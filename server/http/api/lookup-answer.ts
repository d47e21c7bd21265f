import { describe } from '@/domain/lookup/sentence/describe';
import { withNamesakes } from '@/domain/lookup/sheet/areas-named';
import { searchPlaces } from '@/domain/lookup/sheet/search-places';
import type { LookupResult, PathStep } from '@/domain/lookup/types';
import type { LookupQuery } from './lookup-query';
import type { LookupState } from './lookup-state';
import { iso, writtenResult } from './written';

/** What an answer says behind its head: `,"asOf":…}`. */
export function lookupAnswer(state: LookupState, { q, options }: LookupQuery): Buffer {
  const { at, understood, results } = searchPlaces(state.index, q, options);
  const texts = results.map((one) => resultText(withNamesakes(state.index, one, at)));
  const head = JSON.stringify({ asOf: iso(at), understood });
  return Buffer.from(`,${head.slice(1, -1)},"results":[${texts.join(',')}]}`);
}

/** One result as the contract writes it: instants as text, and the sentence to read aloud. */
function resultText(result: LookupResult): string {
  const { path, ...written } = writtenResult(result);
  const more = { zones: [], sentence: describe(result) };
  const release = result.kind === 'area' ? { earliestRelease: iso(result.earliestRelease) } : {};
  return `${JSON.stringify({ ...written, ...release, ...more }).slice(0, -1)},"path":${pathText(path)}}`;
}

const paths = new WeakMap<readonly PathStep[], string>();

/** The index hands out one path for all that lies in a street; it is the longest part of a result and written once. */
function pathText(path: readonly PathStep[]): string {
  const known = paths.get(path);
  if (known !== undefined) return known;
  const text = JSON.stringify(path);
  paths.set(path, text);
  return text;
}
