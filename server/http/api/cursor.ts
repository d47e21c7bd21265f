import { Problem } from '@/server/errors';

/** Where a listing goes on: after which area, and in which state of the world it was begun. */
export interface AreaCursor {
  after: string;
  asOf: number;
  knownAt: number;
}

/** The cursor as an opaque text. */
export function writeCursor(cursor: AreaCursor): string {
  const { after, asOf, knownAt } = cursor;
  return Buffer.from(JSON.stringify([after, asOf, knownAt])).toString('base64url');
}

/**
 * Read a cursor. It must be exactly one we would write: a mangled one is refused instead of hiding rows behind a 200.
 * @throws Problem invalid-input.
 */
export function readCursor(text: string): AreaCursor {
  try {
    const [after, asOf, knownAt] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    const cursor = { after: String(after), asOf: Number(asOf), knownAt: Number(knownAt) };
    const sound =
      /^[0-9a-f-]{36}$/.test(cursor.after) &&
      Number.isSafeInteger(cursor.asOf) &&
      Number.isSafeInteger(cursor.knownAt);
    if (sound && writeCursor(cursor) === text) return cursor;
  } catch {
    // Falls through to the refusal below, as any other mangled text.
  }
  throw new Problem('invalid-input', 'The cursor is not one of ours.', [
    { pointer: '/cursor', reason: 'take it unchanged from `next` of the page before' },
  ]);
}
