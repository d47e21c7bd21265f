import { pinyin } from 'pinyin-pro';

const known = new Map<string, string>();

/** One toneless syllable a character, each character read once. */
export function syllablesOf(text: string): string[] {
  return Array.from(text, (character) => {
    let syllable = known.get(character);
    if (syllable === undefined) {
      syllable = pinyin(character, { toneType: 'none', v: true });
      known.set(character, syllable);
    }
    return syllable;
  });
}
