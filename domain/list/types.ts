import type { StatedLevel } from '@/domain/level/level';
import type { Phrase } from '@/domain/list/fault-words';
import type { ListWarning } from '@/domain/list/list-warning';

/** `NATIONAL_JSON` the national query service's answer; `BULLETIN_PROSE` the list written out inside a provincial bulletin. */
export type ListForm = 'NATIONAL_JSON' | 'BULLETIN_PROSE';

/** One place as a list states it. */
export interface ListEntry {
  /** Zero-based position in the list, over all levels. */
  readonly ordinal: number;
  readonly level: StatedLevel;
  /** Full province name, e.g. 内蒙古自治区. */
  readonly province: string;
  /** As written; empty in the few rows that have none. Beijing rows hold the district here. */
  readonly city: string;
  /** As written; empty when the list names none. Beijing rows hold the street here. */
  readonly county: string;
  /** Province, city and county as written, joined by one blank. */
  readonly writtenPath: string;
  /** The place below that path, trimmed, otherwise as written (an inherited street is put before it). */
  readonly place: string;
  /** Where it stood: a JSON pointer (`/data/highlist/3/communitys/0`) or `line:column`, both counted from one. */
  readonly pointer: string;
}

/** A list as read. `listTime` is its own hour in epoch milliseconds (written in Asia/Shanghai). */
export interface ParsedList {
  readonly form: ListForm;
  readonly listTime: number;
  /** Totals the list states of itself; LOW is null when the form or the file has none. */
  readonly statedCounts: { readonly HIGH: number; readonly MEDIUM: number; readonly LOW: number | null };
  readonly entries: readonly ListEntry[];
  readonly warnings: readonly ListWarning[];
}

export type ListErrorCode =
  | 'TOO_LARGE'
  /** Bytes of no encoding that lists are written in, or a character that was lost on the way. */
  | 'NOT_UTF8'
  /** A character that no name holds. */
  | 'BAD_TEXT'
  | 'NOT_JSON'
  | 'WRONG_SHAPE'
  | 'BAD_TIME'
  | 'NO_LIST'
  /** A place text longer than any address. */
  | 'PLACE_TOO_LONG';

/** Why a file is no list, and where: `pointer` is a JSON pointer (empty for the whole file) or `line:column`. */
export interface ListError {
  readonly code: ListErrorCode;
  readonly pointer: string;
  readonly expected: Phrase;
  readonly found: Phrase;
}

/** A file is read wholly or not at all: errors never come with entries. */
export type ParseListResult =
  | { readonly ok: true; readonly list: ParsedList }
  | { readonly ok: false; readonly errors: readonly ListError[] };
