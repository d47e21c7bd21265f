import { phrase } from '@/domain/list/fault-words';
import type { ListError } from '@/domain/list/types';
import { unfitCharacter } from '@/domain/text/plain-text';

/**
 * The first character of a text that no list holds: one that was lost on the way, or that cannot be seen.
 * @returns its offset in UTF-16 units and the error without its place; null when all are readable
 */
export function badCharacter(
  text: string,
): { readonly offset: number; readonly fault: Omit<ListError, 'pointer'> } | null {
  const bad = unfitCharacter(text);
  if (bad === null) return null;
  const lost = bad.number === 'U+FFFD';
  const found = lost ? phrase('LOST_CHARACTER') : phrase('UNSEEN_CHARACTER', bad.number);
  const code = lost ? 'NOT_UTF8' : 'BAD_TEXT';
  return { offset: bad.offset, fault: { code, expected: phrase('READABLE_TEXT'), found } };
}
