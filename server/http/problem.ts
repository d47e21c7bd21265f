import { PROBLEM_STATUS, Problem } from '@/server/errors';

/** The body of an `application/problem+json` answer (RFC 9457) and its status. */
export function problemDocument(error: unknown, instance: string, requestId: string) {
  const problem =
    error instanceof Problem
      ? error
      : new Problem('internal', 'The request failed on our side; it can be tried again.');
  const status = PROBLEM_STATUS[problem.kind];
  const body = {
    type: `/docs/errors/${problem.kind}`,
    title: TITLES[problem.kind],
    status,
    detail: problem.detail,
    instance,
    requestId,
    ...(problem.faults.length > 0 ? { errors: problem.faults } : {}),
    ...problem.extra,
  };
  return { status, body };
}

const TITLES: Record<Problem['kind'], string> = {
  'invalid-input': 'The input is not valid',
  'not-signed-in': 'Sign in or send a key',
  'not-found': 'Not found',
  conflict: 'The state has changed',
  'list-held': 'The list is held for confirmation',
  'cursor-gone': 'The cursor is unknown or too old',
  'too-many-requests': 'Too many requests',
  'temporarily-unavailable': 'Temporarily unavailable',
  internal: 'Internal error',
};
