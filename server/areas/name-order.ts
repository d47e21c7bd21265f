const COLLATOR = new Intl.Collator('zh-CN');
const MOST_KEPT = 200_000;

/** Every character met, in dictionary order, and its place there as a character. */
const alphabet: string[] = [];
const places = new Map<string, string>();
const kept = new Map<string, string>();

/**
 * A key by which plain string comparison puts Chinese texts into dictionary order, numbers by their value: comparing
 * 43,000 names by collation each time would hold up the process for half a second. Keys of one call compare with each
 * other only.
 */
export function orderKeys(texts: readonly string[]): string[] {
  const known = alphabet.length;
  for (const text of ['0123456789', ...texts]) {
    if (!kept.has(text)) for (const sign of text) if (!places.has(sign)) learn(sign);
  }
  if (alphabet.length > known) {
    alphabet.sort(COLLATOR.compare);
    for (const [place, sign] of alphabet.entries()) places.set(sign, String.fromCharCode(place));
  }
  if (alphabet.length > known || kept.size > MOST_KEPT) kept.clear();
  return texts.map(keyOf);
}

function learn(sign: string): void {
  places.set(sign, '');
  alphabet.push(sign);
}

function keyOf(text: string): string {
  const found = kept.get(text);
  if (found !== undefined) return found;
  let key = '';
  for (const sign of text.replace(/\d+/g, (digits) => digits.padStart(8, '0'))) key += places.get(sign) ?? '';
  kept.set(text, key);
  return key;
}
