const QUOTES = /["'`“”‘’「」『』]/g;
const DASHES = /[-‐‑‒–—―−─~〜]+/g;
const OPENING = /[[{〔【〖〈《]/g;
const CLOSING = /[\]}〕】〗〉》]/g;
const SEPARATORS = /[、,;､]+/g;
const MIDDLE_DOTS = /[·•・‧∙]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** A blank that keeps two numbers or letters apart: 石门营A4 2号楼 is not 石门营A42号楼. */
const IDLE_BLANKS = /(?<![0-9a-z])\s+|\s+(?![0-9a-z])/g;
/** Nothing here needs rewriting: only Han characters, digits and lower-case letters. */
const PLAIN = /^[\u4e00-\u9fff0-9a-z]*$/;

/**
 * The key by which two written place names are the same place name: width, blanks, bracket, dash and separator
 * variants and letter case are levelled; every word is kept, so 3号楼, 3栋 and 3幢 stay three places (one published
 * list holds 悦城国际9号楼 beside 悦城国际9栋).
 * @param name place text as written, without its division path
 * @returns the key; empty when the text holds nothing but blanks and punctuation
 */
export function placeKey(name: string): string {
  if (PLAIN.test(name)) return name;
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(QUOTES, '')
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .replace(DASHES, '-')
    .replace(SEPARATORS, ',')
    .replace(MIDDLE_DOTS, '·')
    .replace(IDLE_BLANKS, '')
    .replace(/\s+/g, ' ')
    .replace(/^[,。.:]+|[,。.:]+$/g, '');
}

const CHINESE_DIGITS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

function withArabicDigits(key: string): string {
  return key.replace(
    /[一二三四五六七八九](?=单元|号楼|栋|幢|号院)/g,
    (digit) => CHINESE_DIGITS[digit] ?? digit,
  );
}

/**
 * A looser key: two names of one county with equal similarity keys are very probably one place reworded
 * (5栋 → 5号楼, 1至3号 → 1-3号, 一单元 → 1单元, 阳光小区2号楼 → 阳光2号楼). Never an identity: use it only to find
 * renames, and compare the numbers as well (`numbersOf`).
 * @param name place text as written, without its division path
 */
export function placeSimilarityKey(name: string): string {
  return withArabicDigits(placeKey(name))
    .replace(/(?<=[0-9a-z号])至(?=[0-9a-z第])/g, '-')
    .replace(/(?<=[0-9])(?:#?号楼|#楼|号?栋楼?|号?幢楼?|#(?![0-9])|座)/g, '号楼')
    .replace(/街道(?:办事处|办)/g, '街道')
    .replace(/(?<=.{2})小区/g, '')
    .replace(/[()\s·,。.]/g, '');
}

/** The numbers in a place name in order, digits only: `8#一单元` → `8|1`. Places whose numbers differ are never one place. */
export function numbersOf(name: string): string {
  const runs = withArabicDigits(placeKey(name)).match(/[0-9]+/g);
  return runs === null ? '' : runs.join('|');
}
