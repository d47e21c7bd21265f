import { explainFault } from '@/domain/list/explain-fault';
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
