/** One sentence in both languages. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** The sentence in a language, with its blank `{}` filled. */
export function inWords(sentence: Sentence, language: keyof Sentence, value: string | number = ''): string {
  return sentence[language].replace('{}', () => String(value));
}
