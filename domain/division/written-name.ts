const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const BLANK = /[\s\u3000\u00A0\u200B\uFEFF]/;
const BLANKS = /[\s\u3000\u00A0\u200B\uFEFF]+/g;

/**
 * One spelling for what people type in many: full-width Latin, digits and brackets become half-width, every kind of
 * blank one plain blank, none at the ends.
 */
export function normaliseWritten(text: string): string {
  return text
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(BLANKS, ' ')
    .trim();
}

/**
 * Readings of a name with a bracket inside, best first: 管庄(地区)乡 → 管庄乡, 管庄地区;
 * 平谷(渔阳地区)镇 → 平谷镇, 平谷渔阳地区, 渔阳地区; 新林区(虚拟) → 新林区.
 * @param name normalised text
 * @returns no element when there is no bracket
 */
export function bracketReadings(name: string): readonly string[] {
  const parts = /^([^()]*)\(([^()]+)\)([^()]*)$/.exec(name);
  if (parts === null) return [];
  const [, before = '', inside = '', after = ''] = parts;
  return [before + after, before + inside, inside].filter((reading) => reading.length >= 2);
}

/**
 * The end of `original` that `normalisedEnd` was cut from, with the brackets, commas and widths it was written in.
 * @param normalisedEnd an end of `normaliseWritten(original)`
 */
export function originalEnd(original: string, normalisedEnd: string): string {
  let wanted = normalisedEnd.replaceAll(' ', '').length;
  let from = original.length;
  while (wanted > 0 && from > 0) {
    from -= 1;
    if (!BLANK.test(original.charAt(from))) wanted -= 1;
  }
  return original.slice(from).replace(/^[\s\u3000:：、,，]+|[\s\u3000]+$/g, '');
}
