import type { DivisionCode } from '@/domain/division/types';
import { isDivisionCode, isUuid } from '@/domain/text/input-text';
import { searchText } from '@/domain/text/plain-text';

/** Longest query that is looked up, in characters; the rest of a longer one is left out and the page says so. */
export const LONGEST_QUERY = 200;

/** What the address of the look-up page asks for. */
export interface LookupAsk {
  /** As typed, without blanks around it, at most `LONGEST_QUERY` characters; '' when nothing was typed. */
  readonly q: string;
  /** Whether `q` was longer. */
  readonly cut: boolean;
  /** An area's id. */
  readonly id: string | null;
  /** A division's code. */
  readonly code: string | null;
  /** Only places in this division. */
  readonly within: DivisionCode | null;
}

/**
 * Read the query part of `/lookup?…`. Total: what is given twice counts once, what cannot be a code or an id is as if
 * not given.
 */
export function readAsk(query: Record<string, string | string[] | undefined>): LookupAsk {
  // What cannot be seen comes with what people paste; no place name holds it.
  const { text, cut } = searchText(single(query.q), LONGEST_QUERY);
  return {
    q: text,
    cut,
    id: matching(query.id, isUuid)?.toLowerCase() ?? null,
    code: matching(query.code, isDivisionCode),
    within: matching(query.within, isDivisionCode) as DivisionCode | null,
  };
}

function single(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

function matching(value: string | string[] | undefined, isOne: (text: string) => boolean): string | null {
  const text = single(value).trim();
  return isOne(text) ? text : null;
}
