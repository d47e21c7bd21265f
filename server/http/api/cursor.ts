import { createHash } from 'node:crypto';
import { isUuid } from '@/domain/text/input-text';
import { Problem } from '@/server/errors';

/** Where a listing goes on: after which area, in which state of the world, and under which filter it was begun. */
export interface AreaCursor {
  after: string;
  asOf: number;
  knownAt: number;
  /** `filterMark` of the listing. */
  filter: string;
}

/** A short mark of a filter, so that a cursor is not carried over to another listing. */
export function filterMark(filter: readonly (string | undefined)[]): string {
  const text = JSON.stringify(filter.map((value) => value ?? null));
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}

/** The cursor as an opaque text. */
export function writeCursor({ after, asOf, knownAt, filter }: AreaCursor): string {
  return Buffer.from(JSON.stringify([after, asOf, knownAt, filter])).toString('base64url');
}

/**
 * Read a cursor of a listing with this filter. It must be exactly one we would write: a mangled one is refused instead
 * of hiding rows behind a 200.
 * @throws Problem invalid-input.
 */
export function readCursor(text: string, filter: string): AreaCursor {
  const cursor = parsed(text);
  if (!cursor || writeCursor(cursor) !== text)
    throw refused('take it unchanged from `next` of the page before');
  if (cursor.filter !== filter) throw refused('it belongs to a listing with another filter');
  return cursor;
}

/** An instant that stands beside a cursor must be the one the listing was begun with. @throws Problem invalid-input. */
export function assertSame(field: 'asOf' | 'knownAt', given: number | undefined, cursor: AreaCursor): void {
  if (given === undefined || given === cursor[field]) return;
  const reason = 'differs from the one the cursor was made with; leave it out or repeat it';
  throw new Problem('invalid-input', `/${field}: ${reason}.`, [{ pointer: `/${field}`, reason }]);
}

function parsed(text: string): AreaCursor | null {
  try {
    const fields: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(fields)) return null;
    const [after, asOf, knownAt, filter] = fields as unknown[];
    const sound =
      typeof after === 'string' &&
      isUuid(after) &&
      isInstant(asOf) &&
      isInstant(knownAt) &&
      typeof filter === 'string';
    return sound ? { after, asOf, knownAt, filter } : null;
  } catch {
    return null;
  }
}

/** Whole milliseconds that a date can hold. */
const isInstant = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) <= 8.64e15;

function refused(reason: string): Problem {
  return new Problem('invalid-input', 'The cursor is not one of this listing.', [
    { pointer: '/cursor', reason },
  ]);
}
