import type { Decision } from '@/domain/area/decision';
import { explainEn } from '@/domain/area/explain-en';
import { explainZh } from '@/domain/area/explain-zh';
import { type Saying, sayingOf } from '@/domain/area/saying';
import type { SubjectKind } from '@/domain/status/status';

/**
 * Say a decision in one sentence that a person can read aloud, in Chinese as officials write it and in natural English.
 * Only days that are over are said to be counted; times are Beijing time and the end of a day is 24时.
 */
export function explain<K extends SubjectKind>(decision: Decision<K>): { zh: string; en: string } {
  return explainSaying(decision.subject, sayingOf(decision));
}

/** The same of what was to be said, where only that was kept. */
export function explainSaying(subject: SubjectKind, saying: Saying): { zh: string; en: string } {
  return { zh: explainZh(subject, saying), en: explainEn(subject, saying) };
}
