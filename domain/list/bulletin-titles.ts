import type { StatedLevel } from '@/domain/level/level';
import { splitHead, type WrittenHead } from '@/domain/list/province-names';

/** A title inside a bulletin's list with the number it states: of a level (高风险地区（11个）：) or of a prefecture. */
export interface Title {
  readonly level: StatedLevel | null;
  readonly where: WrittenHead | null;
  readonly stated: number;
  /** Offsets of the title with its numbering, and of what follows it. */
  readonly start: number;
  readonly end: number;
}

const NUMBER = /[（(]\s*([0-9０-９]+)\s*[个個处處]\s*[)）]\s*[：:]?/g;
const ORDINAL =
  /^(?:[（(](?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,3})[)）]|[0-9０-９]{1,3}[.．]|[①-⑳])\s*/;
/** 一、 and 1、 hold a separator, so they stand before the title's own words. */
const ORDINAL_BEFORE = /(?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,3})、\s*$/;
const LEVEL = /^([高中])风险(?:地区|区域|区)$/;
/** 呼和浩特市, 红河自治州, 空港经济区: one name, not a street or a place with a province's name before it. */
const PREFECTURE = /^(?:[\u4e00-\u9fff]{1,11}(?:市|州|盟|地区|区|县|旗|师|林区))?$/;
const BELOW_PREFECTURE = /[省路街号村镇乡巷]|小区|社区|苑区/;
const SEPARATOR = /[。；;：:，,、)）]/;

/**
 * Finds the titles between two offsets. A title is known by its number in brackets and by the words before it, which begin
 * after a separator or at a line break.
 * @param breaks offsets at which a line begins
 * @returns the titles in order, and the numbers in brackets that belong to none
 */
export function findTitles(
  text: string,
  from: number,
  to: number,
  breaks: readonly number[],
): { titles: Title[]; strays: number[] } {
  const titles: Title[] = [];
  const strays: number[] = [];
  let after = from;
  for (const number of text.slice(0, to).matchAll(NUMBER)) {
    if (number.index < from) continue;
    const title = titleBefore(text, number.index, after, breaks);
    if (title === null) strays.push(number.index);
    else {
      const end = number.index + number[0].length;
      titles.push({ ...title, stated: Number((number[1] ?? '').normalize('NFKC')), end });
      after = end;
    }
  }
  return { titles, strays };
}

function titleBefore(text: string, end: number, after: number, breaks: readonly number[]) {
  let start = end;
  while (start > after && !SEPARATOR.test(text[start - 1] ?? '')) start -= 1;
  // (一)高风险地区: the ordinal's own bracket is no separator.
  const bracketed = /[（(](?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,3})[)）]$/.exec(
    text.slice(after, start),
  );
  const runStart = bracketed === null ? start : start - bracketed[0].length;
  for (const at of [runStart, ...breaks.filter((offset) => offset > runStart && offset < end)]) {
    const words = text.slice(at, end).trim().replace(ORDINAL, '');
    const level = LEVEL.exec(words)?.[1];
    const where = level === undefined ? splitHead(words) : null;
    const known = level !== undefined || (where !== null && isPrefecture(where));
    if (!known) continue;
    const ordinal = at === runStart ? (ORDINAL_BEFORE.exec(text.slice(after, at))?.[0].length ?? 0) : 0;
    return { level: levelOf(level), where, start: at - ordinal };
  }
  return null;
}

function levelOf(sign: string | undefined): StatedLevel | null {
  if (sign === undefined) return null;
  return sign === '高' ? 'HIGH' : 'MEDIUM';
}

function isPrefecture({ city, county, province }: WrittenHead): boolean {
  const name = city === province ? county : city;
  return PREFECTURE.test(name) && !BELOW_PREFECTURE.test(name);
}
