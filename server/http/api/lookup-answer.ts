import { answerPlace } from '@/domain/lookup/answer-place';
import { describe } from '@/domain/lookup/sentence/describe';
import type { LookupResult, PathStep } from '@/domain/lookup/types';
import type { LookupQuery } from './lookup-query';
import type { LookupState } from './lookup-state';
import { iso, writtenResult } from './written';

/** What an answer says behind its head: `,"asOf":…}`. */
export function lookupAnswer(state: LookupState, { q, options }: LookupQuery): Buffer {
  const { at, understood, results } = answerPlace(state.index, { by: 'words', words: q }, options);
  const texts = results.map(resultText);
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
