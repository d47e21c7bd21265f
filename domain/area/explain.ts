import type { Decision } from '@/domain/area/decision';
import { explainEn } from '@/domain/area/explain-en';
import { explainZh } from '@/domain/area/explain-zh';
import { sayingOf } from '@/domain/area/saying';

/**
 * Say a decision in one sentence that a person can read aloud, in Chinese as officials write it and in natural English.
 * Only days that are over are said to be counted; times are Beijing time and the end of a day is 24时.
 */
export function explain(decision: Decision): { zh: string; en: string } {
  const saying = sayingOf(decision);
  return { zh: explainZh(saying), en: explainEn(saying) };
}
