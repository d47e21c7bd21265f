import { sayPhrase } from '@/domain/list/fault-words';
import type { Sentence } from '@/domain/list/sentence';
import type { ListError } from '@/domain/list/types';
import { Problem } from '@/server/errors';

const MAX_FAULTS = 20;

/** A file that is no list. Worded in English as any problem; `inLanguage` words it for the person who offered it. */
export class ListRefused extends Problem {
  constructor(
    readonly fileName: string,
    readonly errors: readonly ListError[],
    language: keyof Sentence = 'en',
  ) {
    const [first] = errors;
    const why = first ? explainFault(first, language) : '';
    const where = first?.pointer ?? '';
    super(
      'invalid-input',
      language === 'zh'
        ? `${fileName} 不是名单：${where ? `${where} 处` : ''}${why}。没有作任何改动。`
        : `${fileName} is no list${where ? ` at ${where}` : ''}: ${why}. Nothing was changed.`,
      errors
        .slice(0, MAX_FAULTS)
        .map((error) => ({ pointer: error.pointer, reason: explainFault(error, language) })),
      { listFault: first?.code ?? 'WRONG_SHAPE' },
    );
  }

  /** The same refusal in a language. */
  inLanguage(language: keyof Sentence): ListRefused {
    return new ListRefused(this.fileName, this.errors, language);
  }
}

/** Why a file is no list at this place, in a language: what was looked for, and what stood there. */
export function explainFault({ expected, found }: ListError, language: keyof Sentence): string {
  const [wanted, stood] = [sayPhrase(expected, language), sayPhrase(found, language)];
  return language === 'zh' ? `应为${wanted}，实为${stood}` : `expected ${wanted}, found ${stood}`;
}
