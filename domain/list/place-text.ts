import { badCharacter } from '@/domain/list/bad-character';
import { phrase } from '@/domain/list/fault-words';
import type { ListWarning } from '@/domain/list/list-warning';
import type { ListError } from '@/domain/list/types';
import { placeKey } from '@/domain/place/normalize';

/** The longest place of the published lists has 417 characters (a row that names thirty buildings). */
const MAX_PLACE_CHARACTERS = 500;
/** Province, prefecture and county together; the longest real ones have some 30. */
const MAX_PATH_CHARACTERS = 120;
const LETTER = /\p{L}/u;

/**
 * Whether a place text can be the name of a place.
 * @param pointer where it stood
 * @returns null when it can; `NAMELESS` when it has no letter; the error when the file must be refused for it
 */
export function checkPlace(place: string, pointer: string): ListError | 'NAMELESS' | null {
  // Only a long text may have a key that is longer still (㍿ becomes 株式会社).
  const length = place.length > 100 ? Math.max(place.length, placeKey(place).length) : place.length;
  return fault(place, length, MAX_PLACE_CHARACTERS, pointer) ?? (LETTER.test(place) ? null : 'NAMELESS');
}

/** Whether province, prefecture and county, joined, can be a path. @returns the error when the file must be refused for it */
export function checkPath(path: string, pointer: string): ListError | null {
  return fault(path, path.length, MAX_PATH_CHARACTERS, pointer);
}

function fault(text: string, length: number, most: number, pointer: string): ListError | null {
  if (length > most) {
    const expected = phrase('AT_MOST_CHARACTERS', most);
    return { code: 'PLACE_TOO_LONG', pointer, expected, found: phrase('LONG_PLACE', length) };
  }
  const bad = badCharacter(text);
  return bad === null ? null : { ...bad.fault, pointer };
}

/** The warning that a place text has no letter and makes no entry. */
export function namelessPlace(pointer: string, place: string): ListWarning {
  return { code: 'BLANK_PLACE', pointer, found: place };
}
