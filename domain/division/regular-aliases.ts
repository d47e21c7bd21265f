import type { DivisionKind } from './types';

const DIGITS = '零一二三四五六七八九';

/** 一三四 → 134, 四十五 → 45, 十 → 10; null when the text is no number below a thousand. */
export function readChineseNumber(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const plain = text.replaceAll('〇', '零');
  if (/^[零一二三四五六七八九]{1,3}$/.test(plain)) {
    return Number([...plain].map((digit) => DIGITS.indexOf(digit)).join(''));
  }
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(plain);
  if (tens === null) return null;
  const ten = tens[1] === '' ? 1 : DIGITS.indexOf(tens[1] ?? '');
  return ten * 10 + (tens[2] === '' ? 0 : DIGITS.indexOf(tens[2] ?? ''));
}

/**
 * Other names that follow from the official one by rule: 红河哈尼族彝族自治州 → 红河州, 红河自治州;
 * 长阳土家族自治县 → 长阳县, 长阳自治县; 兵团一三四团 → 一三四团, 134团; 高密市朝阳街道 (under 高密市) → 朝阳街道.
 * @param name official full name
 * @param short its short name
 * @param parentName official name of the division above, empty when there is none
 * @returns names that differ from both `name` and `short`; possibly none
 */
export function regularAliases(
  name: string,
  short: string,
  kind: DivisionKind,
  parentName: string,
): readonly string[] {
  const found: string[] = [];
  if (kind === 'PROVINCE' || kind === 'PREFECTURE' || kind === 'COUNTY') {
    const autonomous = /自治([区州县旗])$/.exec(name)?.[1];
    if (autonomous !== undefined) {
      if (autonomous !== '区') found.push(short + autonomous);
      found.push(`${short}自治${autonomous}`);
    } else if (/族区$/.test(name)) found.push(`${short}区`);
  }
  if (kind === 'STREET') {
    const regiment =
      /^(?:新疆)?兵团(?:第?农?[一二三四五六七八九十]+师)?(.+?团)(?:乡|分部)?(?:生活区|中心团场|农场)?$/.exec(
        name,
      )?.[1];
    if (regiment !== undefined) {
      const number = readChineseNumber(regiment.slice(0, -1));
      found.push(regiment);
      if (number !== null) found.push(`${number}团`);
    } else if (/^兵团/.test(name)) found.push(name.slice(2));
    if (/族(?:民族)?乡$/.test(name)) found.push(`${short}乡`);
    if (parentName.length >= 2 && name.startsWith(parentName) && /(?:街道|镇|乡)$/.test(name)) {
      const rest = name.slice(parentName.length);
      if (rest.length >= 3) found.push(rest);
    }
  }
  return [...new Set(found)].filter((alias) => alias !== name && alias !== short);
}
