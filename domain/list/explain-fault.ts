import { sayPhrase } from '@/domain/list/fault-words';
import type { Sentence } from '@/domain/list/sentence';
import type { ListError } from '@/domain/list/types';

/** Why a file is no list at this place, in a language: what was looked for, and what stood there. */
export function explainFault({ expected, found }: ListError, language: keyof Sentence): string {
  const [wanted, stood] = [sayPhrase(expected, language), sayPhrase(found, language)];
  return language === 'zh' ? `应为${wanted}，实为${stood}` : `expected ${wanted}, found ${stood}`;
}
