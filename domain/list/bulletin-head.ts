import { shanghaiHour } from '@/domain/list/list-hour';
import type { ListError } from '@/domain/list/types';

const HEADLINE =
  /截至(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(\d{1,2})时[，,]\s*全国[现共]有(\d+)个高风险地区[，,、和]\s*(\d+)个中风险地区/;
const PUBLISHED = /(?:发布|发文)(?:日期|时间)[：:]\s*(\d{4})[-年/](\d{1,2})/;

/** The sentence that opens the list: 截至3月5日24时，全国现有11个高风险地区，138个中风险地区. */
export interface BulletinHead {
  readonly listTime: number;
  readonly high: number;
  readonly medium: number;
  /** Zero-based number of the line it stands in. */
  readonly line: number;
}

/** Finds that sentence; the year comes from the page's 发布日期 (a December list published in January is last year's). */
export function readBulletinHead(lines: readonly string[]): BulletinHead | ListError {
  const line = lines.findIndex((text) => HEADLINE.test(text));
  const parts = HEADLINE.exec(lines[line] ?? '');
  if (parts === null) {
    const found = (lines.find((text) => text.trim() !== '') ?? 'an empty file').trim().slice(0, 40);
    return {
      code: 'NO_LIST',
      pointer: '1:1',
      expected: 'the sentence 截至…月…日…时，全国现有…个高风险地区，…个中风险地区',
      found,
    };
  }
  const pointer = `${line + 1}:${parts.index + 1}`;
  const [month, day, hour] = [Number(parts[2]), Number(parts[3]), Number(parts[4])];
  const published = lines.map((text) => PUBLISHED.exec(text)).find((match) => match !== null);
  const year =
    parts[1] !== undefined
      ? Number(parts[1])
      : published === undefined
        ? null
        : Number(published[1]) - (month > Number(published[2]) ? 1 : 0);
  if (year === null) {
    return { code: 'BAD_TIME', pointer, expected: 'a year, or a line 发布日期：YYYY-MM-DD', found: parts[0] };
  }
  const listTime = shanghaiHour(year, month, day, hour);
  if (listTime === null) return { code: 'BAD_TIME', pointer, expected: 'a day and an hour', found: parts[0] };
  return { listTime, high: Number(parts[5]), medium: Number(parts[6]), line };
}
