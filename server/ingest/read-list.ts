import { createHash } from 'node:crypto';
import { phrase } from '@/domain/list/fault-words';
import type { ListWarning } from '@/domain/list/list-warning';
import { parseList } from '@/domain/list/parse-list';
import type { ParsedList } from '@/domain/list/types';
import { decodeList, type ListEncoding } from './decode-list';
import type { DivisionBook } from './division-book';
import { ListRefused } from './list-refused';

/** Five times the all-time peak list; what is larger is no list. */
export const MAX_LIST_BYTES = 12 * 1024 * 1024;

/** A list as received and read. */
export interface ReadList {
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hex. */
  readonly fileHash: string;
  readonly fileName: string;
  readonly list: ParsedList;
}

/**
 * Read the bytes of a list of either form.
 * @throws ListRefused, an invalid-input Problem; `faults` name the places in the file (JSON pointer or line:column),
 * `extra.listFault` the kind of the first fault.
 */
export function readList(book: DivisionBook, bytes: Uint8Array, fileName: string): ReadList {
  if (bytes.length > MAX_LIST_BYTES) {
    const [expected, found] = [phrase('AT_MOST_BYTES', MAX_LIST_BYTES), phrase('BYTES', bytes.length)];
    throw new ListRefused(fileName, [{ code: 'TOO_LARGE', pointer: '', expected, found }]);
  }
  const decoded = decodeList(bytes);
  if ('error' in decoded) throw new ListRefused(fileName, [decoded.error]);
  const result = parseList(decoded.text, (prefecture, name) => isDistrict(book, prefecture, name));
  if (!result.ok) throw new ListRefused(fileName, result.errors);
  const warnings = [...encodingWarning(decoded.encoding), ...result.list.warnings];
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  return { bytes, fileHash, fileName, list: { ...result.list, warnings } };
}

function encodingWarning(encoding: ListEncoding): ListWarning[] {
  return encoding === 'UTF-8' ? [] : [{ code: 'OTHER_ENCODING', pointer: '1:1', found: encoding }];
}

/** Whether a bulletin's text begins with a county or zone of the prefecture its line names. */
function isDistrict(book: DivisionBook, prefecture: string, name: string): boolean {
  const { status, depth, remainder, why } = book.resolver.resolve(`${prefecture} ${name}`);
  return (
    status === 'RESOLVED' &&
    (depth === 'COUNTY' || depth === 'FUNCTIONAL_ZONE') &&
    remainder === '' &&
    why !== 'ONLY_ONE_IN_PROVINCE'
  );
}
