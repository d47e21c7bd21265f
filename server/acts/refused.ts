import type { RefusalKind, Refused } from '@/domain/acts/answer';
import type { ProblemKind } from '@/server/errors';
import { problemOf } from '@/server/http/problem-of';

const KIND: Readonly<Record<ProblemKind, RefusalKind>> = {
  'invalid-input': 'invalid-input',
  'too-large': 'invalid-input',
  'not-signed-in': 'signed-out',
  'not-found': 'not-found',
  'method-not-allowed': 'not-found',
  conflict: 'conflict',
  'list-held': 'conflict',
  'cursor-gone': 'conflict',
  'too-many-requests': 'busy',
  'temporarily-unavailable': 'unavailable',
  internal: 'unavailable',
};

/** Whatever was thrown, as people's doors answer it. What is our own fault is logged and stays unsaid. */
export function refusedOf(error: unknown): Refused {
  const { kind, faults, extra } = problemOf(error);
  if (kind === 'internal') console.error('An act failed:', error);
  const fields = faults.map(({ pointer }) => pointer.split('/')[1] ?? '');
  return { ok: false, kind: KIND[kind], fields, code: extra.code ?? null, values: extra };
}
