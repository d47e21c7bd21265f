/** Where a text stops being JSON: `offset` in UTF-16 units, `line` and `column` from one. */
export interface JsonFault {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
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
  let expecting = 'a value';
  let offset = matchAt(BLANK, text, 0);
  while (true) {
    const char = text[offset];
    const inside = open.at(-1);
    let next = -1;
    if (expecting === 'end of file') {
      if (char === undefined) return null;
    } else if (expecting.includes('value') && (char === '{' || char === '[')) {
      open.push(char);
      expecting = char === '{' ? 'a key or }' : 'a value or ]';
      next = offset + 1;
    } else if (expecting.includes('value')) {
      next = matchAt(char === '"' ? STRING : LITERAL, text, offset);
      if (next === -1 && char === ']' && expecting === 'a value or ]') {
        next = offset + 1;
        open.pop();
      }
      if (next !== -1) expecting = afterValue(open);
    } else if (expecting.startsWith('a key')) {
      next = char === '"' ? matchAt(STRING, text, offset) : -1;
      if (next !== -1) expecting = ':';
      else if (char === '}' && expecting === 'a key or }') {
        next = offset + 1;
        open.pop();
        expecting = afterValue(open);
      }
    } else if (expecting === ':' && char === ':') {
      next = offset + 1;
      expecting = 'a value';
    } else if (char === ',' && expecting !== ':') {
      next = offset + 1;
      expecting = inside === '{' ? 'a key' : 'a value';
    } else if (expecting !== ':' && char === (inside === '{' ? '}' : ']')) {
      next = offset + 1;
      open.pop();
      expecting = afterValue(open);
    }
    if (next === -1)
      return { offset, ...lineColumn(text, offset), expected: expecting, found: at(text, offset) };
    offset = matchAt(BLANK, text, next);
  }
}

function afterValue(open: readonly string[]): string {
  const inside = open.at(-1);
  if (inside === undefined) return 'end of file';
  return inside === '{' ? ', or }' : ', or ]';
}

function at(text: string, offset: number): string {
  if (offset >= text.length) return 'end of file';
  const shown = text.slice(offset, offset + 20);
  return shown.startsWith('"') && !shown.includes('"', 1) && offset + 20 >= text.length
    ? `an unfinished text ${shown}`
    : shown;
}
