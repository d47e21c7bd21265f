import { normaliseText } from '@/domain/lookup/normalise-text';
import { withDigits } from '@/domain/lookup/place/chinese-numerals';

const SUB_NUMBER = /(\d+)号之([一二三四五六七八九十\d]+)/g;
// Said of a building with one unit, or of every building: it bounds nothing.
const ALL_OF_IT = /(?<=[号楼栋幢座院])(?:独栋独立单元|独立单元|独栋|所有楼栋|所有楼宇)/g;
const REPEATED_WORD = /(\d+)(号楼|号|栋|幢|单元)[-至到](\d+)\2/g;

/** The form in which places are compared: normalised, numerals as digits, 3号-5号 as 3-5号, 23号之四 as 23之4号. */
export function placeText(text: string): string {
  const plain = normaliseText(text).replace(SUB_NUMBER, subNumber).replace(ALL_OF_IT, '');
  return withDigits(plain).replace(REPEATED_WORD, '$1-$3$2');
}

function subNumber(_: string, door: string, sub: string): string {
  return `${door}之${withDigits(`${sub}号`).slice(0, -1)}号`;
}

const GENERIC_END = /(?<=..)(?:小区|住宅区|小区全域|全域|全境)$/;
const ZONE_END =
  /(?<=..)(?:[a-z]\d*|\d+|[东南西北中]+)(?:区|期|组团|苑|园|地块)$|(?<=..)\d+期[a-z东南西北中]?\d*区?$/;

/** A stem without 小区 or 全域 at its end: people say both. */
export function plainStem(stem: string): string {
  return stem.replace(GENERIC_END, '');
}

/** The stem without its zone or phase (南区, B区, 二期), or the stem itself when it has none. */
export function withoutZone(stem: string): string {
  return plainStem(stem.replace(ZONE_END, ''));
}

/** Whether `text` is only a zone or phase of a compound. */
export function isZone(text: string): boolean {
  return /^(?:[a-z]\d*|\d+|[东南西北中]+)(?:区|期|组团|苑|园|地块)$/.test(text);
}
