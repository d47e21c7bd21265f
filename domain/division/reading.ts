import { pinyin as readByContext } from 'pinyin-pro';
import corrections from './pinyin-corrections.json';

/** How a name is read: `pinyin` toneless without blanks (ü as v), `initials` one letter a syllable. */
export interface Reading {
  readonly pinyin: string;
  readonly initials: string;
}

const OPTIONS = { toneType: 'none', v: true, type: 'array' } as const;
const BRACKETS_AND_BLANKS = /[\s()（）[\]【】、，,．.·“”"'《》〈〉—－-]/gu;

/** Characters that have several readings in general but one in place names (都 du, 什 shi, 堡 bao). */
const alwaysRead = new Map(
  corrections.always.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);
const wordReadings = new Map(
  Object.entries(corrections.words).map(([word, reading]) => [word, reading.split(' ')] as const),
);
const correctedWord = new RegExp(
  [...wordReadings.keys()].sort((a, b) => b.length - a.length).join('|'),
  'gu',
);

/** Reading of a character, or null when it depends on the word around it. */
const characterReadings = new Map<string, string | null>();

function readCharacter(character: string): string | null {
  const known = characterReadings.get(character);
  if (known !== undefined) return known;
  const fixed = alwaysRead.get(character);
  const all = new Set(readByContext(character, { ...OPTIONS, multiple: true }));
  const reading = fixed ?? (all.size > 1 ? null : ([...all][0] ?? character).toLowerCase());
  characterReadings.set(character, reading);
  return reading;
}

function readSyllables(name: string): string[] {
  const characters = [...name];
  const syllables: string[] = [];
  let inContext: string[] | null = null;
  for (const [index, character] of characters.entries()) {
    let syllable = readCharacter(character);
    if (syllable === null) {
      inContext ??= readByContext(name, OPTIONS);
      // Context gives one syllable a character; anything else means it split differently, so read alone.
      const alone = readByContext(character, OPTIONS)[0] ?? character;
      syllable = inContext.length === characters.length ? (inContext[index] ?? alone) : alone;
    }
    syllables.push(syllable);
  }
  for (const match of name.matchAll(correctedWord)) {
    const reading = wordReadings.get(match[0]) ?? [];
    const start = [...name.slice(0, match.index)].length;
    syllables.splice(start, reading.length, ...reading);
  }
  return syllables;
}

/**
 * Reads a place name aloud: 乐清市 → `yueqingshi` / `yqs`, 吕梁市 → `lvliangshi` / `lls`.
 * @param name Chinese text; brackets and blanks are left out, Latin letters and digits kept
 * @returns toneless pinyin and initials in lower case
 */
export function readName(name: string): Reading {
  const syllables = readSyllables(name.replace(BRACKETS_AND_BLANKS, ''));
  let pinyin = '';
  let initials = '';
  for (const syllable of syllables) {
    pinyin += syllable;
    initials += syllable.charAt(0);
  }
  return { pinyin, initials };
}
