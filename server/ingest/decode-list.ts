import { phrase } from '@/domain/list/fault-words';
import { lineColumn } from '@/domain/list/line-column';
import type { ListError } from '@/domain/list/types';

/** What a file was written in. WPS and old Notepad write GB18030, Windows' "Unicode" is UTF-16 with a byte order mark. */
export type ListEncoding = 'UTF-8' | 'GB18030' | 'UTF-16';

/** The text of a list, or where its bytes cannot be read. */
export type DecodedList =
  | { readonly text: string; readonly encoding: ListEncoding }
  | { readonly error: ListError };

/** What every list holds. A damaged UTF-8 text may be valid GB18030, but then these words are not in it. */
const LIST_WORDS = /截至[^\n]{0,40}时|"end_update_time"\s*:\s*"[^"]*时/;

/** Decode a list without losing a sign: a byte that is of no encoding refuses the file, it never becomes U+FFFD. */
export function decodeList(bytes: Uint8Array): DecodedList {
  const text = decode(bytes, 'utf-8');
  if (text !== null) return { text, encoding: 'UTF-8' };
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  const wide = marked ?? (bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null);
  const other = decode(bytes, wide ?? 'gb18030');
  if (other !== null && LIST_WORDS.test(other)) {
    return { text: other, encoding: wide === null ? 'GB18030' : 'UTF-16' };
  }
  const at = firstBadByte(bytes);
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, at));
  const { line, column } = lineColumn(before, before.length);
  const shown = Buffer.from(bytes.subarray(at, at + 4))
    .toString('hex')
    .toUpperCase();
  return {
    error: {
      code: 'NOT_UTF8',
      pointer: `${line}:${column}`,
      expected: phrase('ENCODED_TEXT'),
      found: phrase('UNREADABLE_BYTES', shown),
    },
  };
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Offset of the first byte that is not UTF-8. */
function firstBadByte(bytes: Uint8Array): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isBeginning(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && decode(bytes.subarray(0, low), 'utf-8') === null) low -= 1;
  return low;
}

/** Whether the bytes may go on to be UTF-8: a sign may be cut off at the end. */
function isBeginning(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
