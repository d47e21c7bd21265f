import type { DivisionCode } from '@/domain/division/types';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';

const DIGITS = /^\d+$/;

/** A code as a sortable number: digits padded to twelve; with letters (`370100-gaoxin`) half a step behind its digits. */
export function codeKey(code: string): number {
  if (DIGITS.test(code)) return Number(code.padEnd(12, '0'));
  const digits = code.slice(0, code.search(/\D|$/));
  return Number(digits.padEnd(12, '0')) + 0.5;
}

/** Ordinal of the division with exactly this code, or −1. */
export function ordinalOf(index: DivisionIndex, code: string): number {
  if (!DIGITS.test(code)) return index.letterOrdinals.get(code) ?? -1;
  if (code.length > 12) return -1;
  const key = codeKey(code);
  for (let kind = 0; kind < 6; kind++) {
    let low = index.kindStarts[kind] ?? 0;
    const end = index.kindStarts[kind + 1] ?? 0;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((index.codeKeys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    if (low < end && index.codeKeys[low] === key && index.codeDigits[low] === code.length) return low;
  }
  return -1;
}

/** The code of an ordinal. @throws RangeError outside 0 … size−1. */
export function codeOf(index: DivisionIndex, ordinal: number): DivisionCode {
  const key = index.codeKeys[ordinal];
  if (key === undefined) throw new RangeError(`no division ${ordinal}`);
  const letters = index.letterCodes.get(ordinal);
  if (letters !== undefined) return letters;
  const digits = index.codeDigits[ordinal] ?? 12;
  return String(key).padStart(12, '0').slice(0, digits) as DivisionCode;
}
