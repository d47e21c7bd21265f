import { shorten } from '@/domain/list/describe-value';
import { phrase } from '@/domain/list/fault-words';
import type { FlatText } from '@/domain/list/flat-text';
import { shanghaiHour } from '@/domain/list/list-hour';
import type { ListError } from '@/domain/list/types';

const OPENING = '截至(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日(\\d{1,2})时[，,]?\\s*全国[现共]?有';
const COUNTED = '(\\d+)[个個处處]高风险地区[，,、和]\\s*(\\d+)[个個处處]中风险地区';
const NAMED = '高风险地区(\\d+)[个個处處][，,、和]\\s*中风险地区(\\d+)[个個处處]';
const HEADLINE = new RegExp(`${OPENING}(?:${COUNTED}|${NAMED})`, 'g');
const PUBLISHED = /(?:发布|发文)(?:日期|时间)[：:]\s*(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/;
const DAY_MS = 86_400_000;
/** A bulletin is published on the morning after its hour; one that is a month older is of another year, or not that day's. */
const LONGEST_DELAY_DAYS = 31;

/** The sentence that opens the list: 截至3月5日24时，全国现有11个高风险地区，138个中风险地区. */
export interface BulletinHead {
  readonly listTime: number;
  readonly high: number;
  readonly medium: number;
  /** Offset of the sentence, and of what follows it. */
  readonly start: number;
  readonly end: number;
}

/**
 * Finds that sentence; the year comes from the page's 发布日期 (a December list published in January is last year's).
 * @param pointerOf where an offset stands in the file
 */
export function readBulletinHead(
  { text, breaks }: FlatText,
  pointerOf: (offset: number) => string,
): BulletinHead | ListError {
  const [first, ...more] = text.matchAll(HEADLINE);
  if (first === undefined) {
    const found = text === '' ? phrase('EMPTY_FILE') : phrase('TEXT', shorten(text.slice(0, breaks[1]), 40));
    return { code: 'NO_LIST', pointer: '1:1', expected: phrase('HEADLINE'), found };
  }
  const pointer = pointerOf(first.index);
  const other = more.find((match) => match[0] !== first[0]);
  if (other !== undefined) {
    const found = phrase('TWO_LISTS', other[0]);
    return { code: 'NO_LIST', pointer: pointerOf(other.index), expected: phrase('ONE_LIST'), found };
  }
  const wrong = (expected: Parameters<typeof phrase>[0]): ListError => ({
    code: 'BAD_TIME',
    pointer,
    expected: phrase(expected),
    found: phrase('TEXT', first[0]),
  });
  const published = publicationDay(text);
  const year = first[1] === undefined ? null : Number(first[1]);

  const at = (inYear: number) => shanghaiHour(inYear, Number(first[2]), Number(first[3]), Number(first[4]));
  if (year === null && published === null) return wrong('YEAR');
  const listTime = published === null || year !== null ? at(year ?? 0) : latestBefore(published, at);
  if (listTime === null) return wrong('DAY_AND_HOUR');
  if (published !== null && !isSoonBefore(listTime, published.start)) return wrong('HOUR_BEFORE_PUBLICATION');
  return {
    listTime,
    high: Number(first[5] ?? first[7]),
    medium: Number(first[6] ?? first[8]),
    start: first.index,
    end: first.index + first[0].length,
  };
}

/** The year, and midnight at which the day of publication begins; null when the page names none. */
function publicationDay(text: string): { readonly year: number; readonly start: number } | null {
  const parts = PUBLISHED.exec(text);
  if (parts === null) return null;
  const year = Number(parts[1]);
  const start = shanghaiHour(year, Number(parts[2]), Number(parts[3]), 0);
  return start === null ? null : { year, start };
}

function isSoonBefore(listTime: number, start: number): boolean {
  return listTime <= start + DAY_MS && listTime >= start - LONGEST_DELAY_DAYS * DAY_MS;
}

function latestBefore(
  published: { readonly year: number; readonly start: number },
  at: (year: number) => number | null,
): number | null {
  const hours = [published.year, published.year - 1].map(at);
  return hours.find((hour) => hour !== null && isSoonBefore(hour, published.start)) ?? hours[0] ?? null;
}
