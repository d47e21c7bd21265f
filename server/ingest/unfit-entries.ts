import type { ListEntry } from '@/domain/list/types';
import { characterFault } from '@/domain/text/plain-text';

/** The longest place of the published lists has 417 characters (a row that names thirty buildings). */
const LONGEST_PLACE = 500;

/** Entries of a list that can be neither stored nor shown as they are written, each with its place in the file. */
export function unfitEntries(entries: readonly ListEntry[]): { pointer: string; reason: string }[] {
  return entries.flatMap(({ pointer, place, writtenPath }) => {
    const reason = characterFault(place) ?? characterFault(writtenPath) ?? lengthFault(place, writtenPath);
    return reason === null ? [] : [{ pointer, reason }];
  });
}

function lengthFault(place: string, writtenPath: string): string | null {
  const length = [...place].length;
  if (length > LONGEST_PLACE) return `a place of ${length} characters, at most ${LONGEST_PLACE}`;
  const path = [...writtenPath].length;
  return path > LONGEST_PLACE ? `a path of ${path} characters, at most ${LONGEST_PLACE}` : null;
}
