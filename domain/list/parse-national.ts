import type { StatedLevel } from '@/domain/level/level';
import { countWarning } from '@/domain/list/count-warning';
import { describeValue, isRecord } from '@/domain/list/describe-value';
import { type Phrase, phrase } from '@/domain/list/fault-words';
import { findJsonFault } from '@/domain/list/json-fault';
import { lineColumn } from '@/domain/list/line-column';
import { parseListHour } from '@/domain/list/list-hour';
import type { ListWarning } from '@/domain/list/list-warning';
import { readGroups } from '@/domain/list/national-groups';
import type { ListEntry, ListError, ListErrorCode, ParseListResult } from '@/domain/list/types';

/** The all-time peak list has 1.2 million characters; ten times that is no list. */
export const MAX_LIST_CHARACTERS = 12_000_000;

const SECTIONS: readonly { level: StatedLevel; list: string; count: string }[] = [
  { level: 'HIGH', list: 'highlist', count: 'hcount' },
  { level: 'MEDIUM', list: 'middlelist', count: 'mcount' },
  { level: 'LOW', list: 'lowlist', count: 'lcount' },
];

/**
 * Reads a list of the national query service: `{"data":{"end_update_time","hcount","mcount"[,"lcount"],"highlist",
 * "middlelist"[,"lowlist"]},"code":0,"msg"}`. The counts are numbers of place texts.
 * A list whose own counts disagree with its places is read, with a warning (such a list is then held); a file that is
 * not of this form gives errors only, each naming the JSON pointer or the line and column.
 * @param text the whole file, decoded as UTF-8; a byte order mark is allowed
 */
export function parseNationalList(text: string): ParseListResult {
  if (text.length > MAX_LIST_CHARACTERS) {
    const [most, length] = [
      phrase('AT_MOST_CHARACTERS', MAX_LIST_CHARACTERS),
      phrase('CHARACTERS', text.length),
    ];
    return fail('TOO_LARGE', '', most, length);
  }
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const lost = body.indexOf('\ufffd');
  if (lost !== -1) {
    return fail('NOT_UTF8', position(body, lost), phrase('READABLE_TEXT'), phrase('LOST_CHARACTER'));
  }
  let root: unknown;
  try {
    root = JSON.parse(body);
  } catch {
    const fault = findJsonFault(body);
    if (fault === null) return fail('NOT_JSON', '1:1', phrase('JSON'), phrase('NOT_JSON'));
    return fail('NOT_JSON', `${fault.line}:${fault.column}`, fault.expected, fault.found);
  }
  return readRoot(root);
}

function readRoot(root: unknown): ParseListResult {
  if (!isRecord(root)) return fail('WRONG_SHAPE', '', phrase('DATA_OBJECT'), describeValue(root));
  if (root.code !== undefined && root.code !== 0) {
    return fail('WRONG_SHAPE', '/code', phrase('TEXT', '0'), describeValue(root.code));
  }
  const data = root.data;
  if (!isRecord(data)) {
    return fail('WRONG_SHAPE', '/data', phrase('LIST_OBJECT'), describeValue(data));
  }
  const errors: ListError[] = [];
  const warnings: ListWarning[] = [];
  const entries: ListEntry[] = [];
  const stated: Record<StatedLevel, number | null> = { HIGH: null, MEDIUM: null, LOW: null };
  const hour = data.end_update_time;
  const listTime = typeof hour === 'string' ? parseListHour(hour) : null;
  if (listTime === null) {
    errors.push(wrong('BAD_TIME', '/data/end_update_time', phrase('LIST_HOUR'), describeValue(hour)));
  }
  for (const { level, list, count } of SECTIONS) {
    const optional = level === 'LOW';
    const total = data[count];
    const groups = data[list];
    if (total === undefined && groups === undefined && optional) continue;
    if (typeof total === 'number' && Number.isInteger(total) && total >= 0) stated[level] = total;
    else if (total !== undefined || !optional) {
      errors.push(wrong('WRONG_SHAPE', `/data/${count}`, phrase('WHOLE_NUMBER'), describeValue(total)));
    }
    const read = readGroups(groups, level, `/data/${list}`, entries);
    errors.push(...read.errors);
    warnings.push(...read.warnings);
    const mismatch =
      stated[level] === null ? null : countWarning(level, stated[level], read.places, `/data/${count}`);
    if (mismatch !== null) warnings.push(mismatch);
  }
  if (errors.length > 0 || listTime === null) return { ok: false, errors };
  const statedCounts = { HIGH: stated.HIGH ?? 0, MEDIUM: stated.MEDIUM ?? 0, LOW: stated.LOW };
  return { ok: true, list: { form: 'NATIONAL_JSON', listTime, statedCounts, entries, warnings } };
}

function position(text: string, offset: number): string {
  const { line, column } = lineColumn(text, offset);
  return `${line}:${column}`;
}

function wrong(code: ListErrorCode, pointer: string, expected: Phrase, found: Phrase): ListError {
  return { code, pointer, expected, found };
}

function fail(code: ListErrorCode, pointer: string, expected: Phrase, found: Phrase): ParseListResult {
  return { ok: false, errors: [wrong(code, pointer, expected, found)] };
}
