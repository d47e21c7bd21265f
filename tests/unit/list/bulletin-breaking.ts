import fc from 'fast-check';
import type { ParseListResult } from '@/domain/list/types';

/** The places of a bulletin with their levels, as one text to compare; '' when it was refused. */
export function entriesOf(result: ParseListResult): string {
  if (!result.ok) return '';
  const { entries, listTime } = result.list;
  const lines = entries.map(({ level, writtenPath, place }) => `${level}|${writtenPath}|${place}`);
  return [String(listTime), ...lines.sort()].join('\n');
}

/** Whether a bulletin would be applied without a word although other places were read: the one thing that must not be. */
export function misread(result: ParseListResult, truth: string): boolean {
  return result.ok && result.list.warnings.length === 0 && entriesOf(result) !== truth;
}

export function breakAt(text: string, offset: number, sign = '\n'): string {
  return text.slice(0, offset) + sign + text.slice(offset);
}

/** Takes the next line break away. */
export function joinAt(text: string, offset: number): string {
  const at = text.indexOf('\n', offset);
  return at === -1 ? text : text.slice(0, at) + text.slice(at + 1);
}

/** Every line cut after so many signs, as text copied out of a PDF is. */
export function wrapped(text: string, width: number): string {
  const cut = (line: string) => line.match(new RegExp(`.{1,${width}}`, 'gu'))?.join('\n') ?? '';
  return text.split('\n').map(cut).join('\n');
}

/** The text with one to twelve breaks and joins. */
export function breaking(text: string): fc.Arbitrary<string> {
  const step = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    sign: fc.constantFrom('\n', '\r\n', '\n\n', '\n　　', ' \n ', '\u2028', null),
  });
  return fc.array(step, { minLength: 1, maxLength: 12 }).map((steps) =>
    steps.reduce((before, { at, sign }) => {
      const offset = Math.floor(at * before.length);
      return sign === null ? joinAt(before, offset) : breakAt(before, offset, sign);
    }, text),
  );
}
