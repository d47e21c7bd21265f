import { shorten } from '@/domain/list/describe-value';
import type { ListWarning } from '@/domain/list/types';

/** A line whose own number is not the number of places read. */
export function lineCount(
  pointer: string,
  line: number,
  stated: number,
  places: readonly { readonly text: string }[],
): ListWarning {
  const found = places.map((piece) => piece.text).join(' | ');
  return {
    code: 'LINE_COUNT_MISMATCH',
    pointer,
    expected: String(stated),
    found,
    zh: `第${line}行标明${stated}个，读出${places.length}个：${found}`,
    en: `Line ${line} states ${stated} places, ${places.length} were read: ${found}`,
  };
}

/** A line whose own number chose between two readings. */
export function readByCount(
  pointer: string,
  line: number,
  places: readonly { readonly text: string }[],
): ListWarning {
  const found = places.map((piece) => piece.text).join(' | ');
  return {
    code: 'READ_BY_COUNT',
    pointer,
    expected: '一种读法',
    found,
    zh: `第${line}行有几种读法，按行内个数断为：${found}`,
    en: `Line ${line} can be read in several ways; by its number it was read as: ${found}`,
  };
}

/** Text inside the list that is not of its form. */
export function unreadText(pointer: string, line: number, text: string): ListWarning {
  const found = shorten(text.trim(), 80);
  return {
    code: 'UNREAD_LINE',
    pointer,
    expected: '省市（N个）：…',
    found,
    zh: `第${line}行不是名单的写法，未读取：「${found}」`,
    en: `Line ${line} is not of the list's form and was not read: 「${found}」`,
  };
}

/** A list that stops in the middle of a line. */
export function unfinished(pointer: string, line: number, text: string): ListWarning {
  const found = shorten(text.trim(), 80);
  return {
    code: 'UNFINISHED',
    pointer,
    expected: '。',
    found,
    zh: `名单到第${line}行没有结尾，可能被截断：「${found}」`,
    en: `The list stops at line ${line} without an end and may be cut off: 「${found}」`,
  };
}

/** A place that a line break cuts in two. */
export function wrappedPlace(pointer: string, line: number, left: string, right: string): ListWarning {
  const found = `${left}⏎${right}`;
  return {
    code: 'WRAPPED_PLACE',
    pointer,
    expected: '一处一行',
    found,
    zh: `第${line}行之后在「${found}」处断行，连读为「${left}${right}」`,
    en: `After line ${line} the line breaks inside 「${found}」; it was read as 「${left}${right}」`,
  };
}

/** A place with signs that no place of a bulletin has. */
export function oddPlace(pointer: string, line: number, place: string): ListWarning {
  return {
    code: 'ODD_PLACE',
    pointer,
    expected: '一处地名',
    found: place,
    zh: `第${line}行的「${shorten(place, 80)}」不像一处地名`,
    en: `「${shorten(place, 80)}」 on line ${line} does not look like one place`,
  };
}
