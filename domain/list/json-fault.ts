import { type JSONVisitor, printParseErrorCode, visit } from 'jsonc-parser';
import { type Phrase, phrase } from '@/domain/list/fault-words';

/** Where a text stops being JSON: `line` and `column` in UTF-16 units from one. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly expected: Phrase;
  readonly found: Phrase;
}

/** No list is nested deeper; what is would only exhaust the reader's stack. */
const DEEPEST = 100;

/** Thrown to end the reading at the first fault. */
class Fault extends Error {
  constructor(
    readonly offset: number,
    readonly line: number,
    readonly character: number,
  ) {
    super();
  }
}

/**
 * Finds the first place where a text breaks the JSON grammar. The engine's own message differs from version to
 * version and gives no position for a cut-off text, so the file is read once more after `JSON.parse` refused it.
 * @returns null when the text is JSON
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = [];
  let expecting: Phrase['key'] = 'VALUE';
  const begin =
    (bracket: '{' | '['): NonNullable<JSONVisitor['onObjectBegin']> =>
    (offset, _length, line, character) => {
      if (open.push(bracket) > DEEPEST) throw new Fault(offset, line, character);
      expecting = bracket === '{' ? 'KEY_OR_END' : 'VALUE_OR_END';
    };
  const valueEnds = () => {
    const inside = open.at(-1);
    if (inside === undefined) expecting = 'END_OF_FILE';
    else expecting = inside === '{' ? 'COMMA_OR_BRACE' : 'COMMA_OR_BRACKET';
  };
  let beforeEnd: Phrase['key'] = expecting;
  const end = () => {
    beforeEnd = expecting;
    open.pop();
    valueEnds();
  };
  const reader: JSONVisitor = {
    onObjectBegin: begin('{'),
    onArrayBegin: begin('['),
    onObjectProperty: () => {
      expecting = 'COLON';
    },
    onSeparator: (sign) => {
      expecting = sign === ',' && open.at(-1) === '{' ? 'KEY' : 'VALUE';
    },
    onLiteralValue: valueEnds,
    onObjectEnd: end,
    onArrayEnd: end,
    onError: (code, offset, _length, line, character) => {
      // The end of an array is told before its bracket is missed.
      if (printParseErrorCode(code) === 'CloseBracketExpected') expecting = beforeEnd;
      throw new Fault(offset, line, character);
    },
  };
  try {
    visit(text, reader, { disallowComments: true });
    return null;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const { offset, line, character } = fault;
    return { line: line + 1, column: character + 1, expected: phrase(expecting), found: at(text, offset) };
  }
}

function at(text: string, offset: number): Phrase {
  if (offset >= text.length) return phrase('END_OF_FILE');
  const shown = text.slice(offset, offset + 20);
  const unfinished = shown.startsWith('"') && !shown.includes('"', 1) && offset + 20 >= text.length;
  return phrase(unfinished ? 'UNFINISHED_TEXT' : 'TEXT', shown);
}
