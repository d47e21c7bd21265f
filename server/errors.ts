/** One fault of an input: where it stands (JSON pointer or form field) and why it is refused. */
export interface FieldFault {
  pointer: string;
  reason: string;
}

/** The kinds of refusal the outside sees; each has a page in docs/errors/ and becomes a problem `type`. */
export type ProblemKind =
  | 'invalid-input'
  | 'not-signed-in'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'list-held'
  | 'too-large'
  | 'cursor-gone'
  | 'too-many-requests'
  | 'temporarily-unavailable'
  | 'internal';

export const PROBLEM_STATUS: Record<ProblemKind, number> = {
  'invalid-input': 400,
  'not-signed-in': 401,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'list-held': 409,
  'cursor-gone': 410,
  'too-large': 413,
  'too-many-requests': 429,
  'temporarily-unavailable': 503,
  internal: 500,
};

/** A refusal with a reason a person can act on. Every door renders it in its own form (RFC 9457, form message, exit). */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly kind: ProblemKind,
    /** One sentence: what was refused and why. */
    readonly detail: string,
    readonly faults: readonly FieldFault[] = [],
    /** Further public members of the problem document, such as `snapshot` on 410. */
    readonly extra: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }
}

/** Missing and forbidden look the same from outside. */
export function notFound(what: string): Problem {
  return new Problem('not-found', `${what} does not exist or is outside what you may see.`);
}
