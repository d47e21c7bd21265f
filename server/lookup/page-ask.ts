import type { DivisionCode } from '@/domain/division/types';

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
  const typed = single(query.q)
    // Control characters come with what people paste; no place name holds one.
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  const characters = [...typed];
  return {
    q: characters.slice(0, LONGEST_QUERY).join(''),
    cut: characters.length > LONGEST_QUERY,
    id: matching(query.id, /^[0-9a-f-]{36}$/i)?.toLowerCase() ?? null,
    code: matching(query.code, /^[0-9a-z-]{2,40}$/i),
    within: matching(query.within, /^[0-9a-z-]{2,40}$/i) as DivisionCode | null,
  };
}

function single(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

function matching(value: string | string[] | undefined, form: RegExp): string | null {
  const text = single(value).trim();
  return form.test(text) ? text : null;
}
