import { shorten } from '@/domain/list/describe-value';
import type { ListWarning } from '@/domain/list/list-warning';

type Pieces = readonly { readonly text: string }[];

const joined = (places: Pieces): string => places.map((piece) => piece.text).join(' | ');

/** A line whose own number is not the number of places read. */
export function lineCount(pointer: string, line: number, stated: number, places: Pieces): ListWarning {
  const found = joined(places);
  return { code: 'LINE_COUNT_MISMATCH', pointer, line, stated, counted: places.length, found };
}

/** A line whose own number chose between two readings. */
export function readByCount(pointer: string, line: number, places: Pieces): ListWarning {
  return { code: 'READ_BY_COUNT', pointer, line, found: joined(places) };
}

/** Text inside the list that is not of its form. */
export function unreadText(pointer: string, line: number, text: string): ListWarning {
  return { code: 'UNREAD_LINE', pointer, line, found: shorten(text.trim(), 80) };
}

/** A list that stops in the middle of a line. */
export function unfinished(pointer: string, line: number, text: string): ListWarning {
  return { code: 'UNFINISHED', pointer, line, found: shorten(text.trim(), 80) };
}

/** A place that a line break cuts in two. */
export function wrappedPlace(pointer: string, line: number, left: string, right: string): ListWarning {
  return { code: 'WRAPPED_PLACE', pointer, line, found: `${left}⏎${right}`, read: `${left}${right}` };
}

/** A place with signs that no place of a bulletin has. */
export function oddPlace(pointer: string, line: number, place: string): ListWarning {
  return { code: 'ODD_PLACE', pointer, line, found: place };
}
