import { PROBLEM_STATUS, type Problem } from '@/server/errors';

/** The body of an `application/problem+json` answer (RFC 9457) and its status. */
export function problemDocument(problem: Problem, instance: string, requestId: string) {
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
  'method-not-allowed': 'The method is not allowed here',
  conflict: 'The state has changed',
  'list-held': 'The list is held for confirmation',
  'cursor-gone': 'The cursor is unknown or too old',
  'too-large': 'The body is too large',
  'too-many-requests': 'Too many requests',
  'temporarily-unavailable': 'Temporarily unavailable',
  internal: 'Internal error',
};
