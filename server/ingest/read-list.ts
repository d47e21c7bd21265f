import { createHash } from 'node:crypto';
import { parseList } from '@/domain/list/parse-list';
import type { ParsedList } from '@/domain/list/types';
import { Problem } from '@/server/errors';
import type { DivisionBook } from './division-book';
import { unfitEntries } from './unfit-entries';

/** Five times the all-time peak list; what is larger is no list. */
export const MAX_LIST_BYTES = 12 * 1024 * 1024;
const MAX_FAULTS = 20;

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
 * @throws Problem invalid-input; `faults` name the places in the file (JSON pointer or line:column), `extra.listFault`
 * the kind of the first fault.
 */
export function readList(book: DivisionBook, bytes: Uint8Array, fileName: string): ReadList {
  if (bytes.length > MAX_LIST_BYTES) {
    const reason = `${bytes.length} bytes, at most ${MAX_LIST_BYTES}`;
    throw malformed(fileName, [{ code: 'TOO_LARGE', pointer: '', reason }]);
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  const result = parseList(text, (prefecture, name) => isDistrict(book, prefecture, name));
  if (!result.ok) {
    const faults = result.errors.map(({ code, pointer, expected, found }) => ({
      code,
      pointer,
      reason: `expected ${expected}, found ${found}`,
    }));
    throw malformed(fileName, faults);
  }
  const unfit = unfitEntries(result.list.entries);
  if (unfit.length > 0) {
    throw malformed(
      fileName,
      unfit.map((fault) => ({ code: 'WRONG_SHAPE', ...fault })),
    );
  }
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  return { bytes, fileHash, fileName, list: result.list };
}

function malformed(fileName: string, faults: { code: string; pointer: string; reason: string }[]): Problem {
  const first = faults[0];
  const where = first?.pointer ? ` at ${first.pointer}` : '';
  return new Problem(
    'invalid-input',
    `${fileName} is no list${where}: ${first?.reason ?? 'not readable'}. Nothing was changed.`,
    faults.slice(0, MAX_FAULTS).map(({ pointer, reason }) => ({ pointer, reason })),
    { listFault: first?.code ?? 'WRONG_SHAPE' },
  );
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
