const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const COUNTED =
  /[〇零一二两三四五六七八九十百]+(?=号|栋|幢|座|单元|层|楼|门|室|期|区|组|社|队|村|巷|弄|院|#)/g;

/** 六 → 6, 二十三 → 23, 一百零二 → 102; a row of bare digits (五一) is read digit by digit. */
function chineseNumber(text: string): number {
  if (!/[十百]/.test(text)) return Number(Array.from(text, (character) => DIGITS[character] ?? 0).join(''));
  const [hundreds, belowHundred] = text.includes('百') ? text.split('百') : ['', text];
  const [tens = '', ones = ''] = (belowHundred ?? '').includes('十')
    ? (belowHundred ?? '').split('十')
    : ['零', belowHundred ?? ''];
  const hundred = text.includes('百') ? (DIGITS[hundreds ?? ''] ?? 1) : 0;
  const ten = tens.endsWith('零') ? 0 : (DIGITS[tens.slice(-1)] ?? 1);
  return hundred * 100 + ten * 10 + (DIGITS[ones.slice(-1)] ?? 0);
}

/** Write Chinese numerals that count a building, unit, phase … in digits, so that 六号楼 and 6号楼 are one. */
export function withDigits(text: string): string {
  return text.replace(COUNTED, (numeral) => String(chineseNumber(numeral)));
}
