import { type Phrase, phrase } from '@/domain/list/fault-words';

/** Where a text stops being JSON: `offset` in UTF-16 units, `line` and `column` from one. */
export interface JsonFault {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  readonly expected: Phrase;
  readonly found: Phrase;
}

/** Line and column (from one) of an offset in a text. */
export function lineColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', start)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const BLANK = /[ \t\r\n]*/y;

function matchAt(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * Finds the first place where a text breaks the JSON grammar. The engine's own message differs from version to
 * version and gives no position for a cut-off text, so the file is walked once more after `JSON.parse` refused it.
 * @returns null when the text is JSON
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: string[] = [];
  let expecting: Phrase['key'] = 'VALUE';
  let offset = matchAt(BLANK, text, 0);
  while (true) {
    const char = text[offset];
    const inside = open.at(-1);
    let next = -1;
    if (expecting === 'END_OF_FILE') {
      if (char === undefined) return null;
    } else if (expecting.startsWith('VALUE') && (char === '{' || char === '[')) {
      open.push(char);
      expecting = char === '{' ? 'KEY_OR_END' : 'VALUE_OR_END';
      next = offset + 1;
    } else if (expecting.startsWith('VALUE')) {
      next = matchAt(char === '"' ? STRING : LITERAL, text, offset);
      if (next === -1 && char === ']' && expecting === 'VALUE_OR_END') {
        next = offset + 1;
        open.pop();
      }
      if (next !== -1) expecting = afterValue(open);
    } else if (expecting.startsWith('KEY')) {
      next = char === '"' ? matchAt(STRING, text, offset) : -1;
      if (next !== -1) expecting = 'COLON';
      else if (char === '}' && expecting === 'KEY_OR_END') {
        next = offset + 1;
        open.pop();
        expecting = afterValue(open);
      }
    } else if (expecting === 'COLON' && char === ':') {
      next = offset + 1;
      expecting = 'VALUE';
    } else if (char === ',' && expecting !== 'COLON') {
      next = offset + 1;
      expecting = inside === '{' ? 'KEY' : 'VALUE';
    } else if (expecting !== 'COLON' && char === (inside === '{' ? '}' : ']')) {
      next = offset + 1;
      open.pop();
      expecting = afterValue(open);
    }
    if (next === -1)
      return { offset, ...lineColumn(text, offset), expected: phrase(expecting), found: at(text, offset) };
    offset = matchAt(BLANK, text, next);
  }
}

function afterValue(open: readonly string[]): Phrase['key'] {
  const inside = open.at(-1);
  if (inside === undefined) return 'END_OF_FILE';
  return inside === '{' ? 'COMMA_OR_BRACE' : 'COMMA_OR_BRACKET';
}

function at(text: string, offset: number): Phrase {
  if (offset >= text.length) return phrase('END_OF_FILE');
  const shown = text.slice(offset, offset + 20);
  const unfinished = shown.startsWith('"') && !shown.includes('"', 1) && offset + 20 >= text.length;
  return phrase(unfinished ? 'UNFINISHED_TEXT' : 'TEXT', shown);
}
