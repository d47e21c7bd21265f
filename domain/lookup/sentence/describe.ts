import { describeEn } from '@/domain/lookup/sentence/describe-en';
import { describeZh } from '@/domain/lookup/sentence/describe-zh';
import type { LookupResult } from '@/domain/lookup/types';

/** The sentence to copy or read aloud, in both languages. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/**
 * One result as a sentence: where, the level, since when or why, what is held inside or beside, the highest of the
 * days before, and always the cut-off and source. Unknown is said to be unknown and not low.
 */
export function describe(result: LookupResult): Sentence {
  return { zh: describeZh(result), en: describeEn(result) };
}
