/** A text with its line breaks taken out, so that where lines were wrapped or joined changes nothing. */
export interface FlatText {
  readonly text: string;
  /** Offsets in `text` at which a line of the file begins. */
  readonly breaks: readonly number[];
  /** Lines that hold nothing but a number (a page number between two halves of a line): left out of `text`. */
  readonly numbers: readonly { readonly line: number; readonly text: string; readonly at: number }[];
}

interface Position {
  readonly line: number;
  readonly column: number;
}

const ONLY_NUMBER =
  /^[-—–－_·\s]*第?\s*[0-9０-９]+\s*页?(?:\s*[/／]\s*共?\s*[0-9０-９]+\s*页?)?[-—–－_·\s]*$/;

/** Chinese is written without blanks: only between two numbers or letters one says something (B座 2 号, Park 5). */
const IDLE_BLANKS = /((?<![0-9A-Za-z])\s+|\s+(?![0-9A-Za-z]))/;

/** Takes the line breaks out, with the blanks at both ends of every line and those between Chinese words. */
export function flatten(source: string): FlatText & { readonly positionOf: (offset: number) => Position } {
  const starts: { offset: number; position: Position }[] = [];
  const numbers: FlatText['numbers'][number][] = [];
  const breaks: number[] = [];
  let text = '';
  for (const [index, raw] of source
    .replace(/^\ufeff/, ' ')
    .split(/\r\n|[\n\r]/)
    .entries()) {
    const line = raw.trim();
    if (line === '') continue;
    if (ONLY_NUMBER.test(line)) {
      numbers.push({ line: index + 1, text: line, at: text.length });
      continue;
    }
    breaks.push(text.length);
    let column = raw.indexOf(line) + 1;
    for (const part of line.split(IDLE_BLANKS)) {
      if (part.trim() !== '') {
        starts.push({ offset: text.length, position: { line: index + 1, column } });
        text += part;
      }
      column += part.length;
    }
  }
  const positionOf = (offset: number): Position => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle]?.offset ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = starts[low] ?? { offset: 0, position: { line: 1, column: 1 } };
    return { line: start.position.line, column: start.position.column + offset - start.offset };
  };
  return { text, breaks, numbers, positionOf };
}
