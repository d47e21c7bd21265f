import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import type { Answer } from '@/domain/acts/answer';
import { currentViewer } from '@/server/auth/current-viewer';
import type { Person } from '@/server/auth/viewer';
import type { TransactionKind } from '@/server/db/transact';
import { Problem } from '@/server/errors';
import { problemDocument } from '@/server/http/problem';
import { problemOf } from '@/server/http/problem-of';
import { runtime } from '@/server/runtime';
import { act } from './act';
import { refusedOf } from './refused';
import type { Verb } from './verb';

/** Nothing but that it was done. */
type Nothing = Record<never, never>;

/** The door of a server action: who asks, what they asked for, and what came of it or why it was refused. */
export async function answered<R extends object = Nothing>(
  work: (viewer: Person) => Promise<R | null>,
): Promise<Answer<R>> {
  try {
    const viewer = await currentViewer();
    if (!viewer) throw new Problem('not-signed-in', 'Sign in first.');
    const result = await work(viewer);
    return { ok: true, ...(result ?? ({} as R)) };
  } catch (error) {
    unstable_rethrow(error);
    return refusedOf(error);
  }
}

/**
 * The door of a server action that is one verb. What arrives may be anything: the verb's schema reads it.
 * @param key the id its sender made for it.
 */
export function answerVerb<S extends z.ZodType, R extends object | null, K extends TransactionKind, P>(
  verb: Verb<S, R, K, P>,
  input: z.input<S>,
  key?: K extends 'audit' ? never : string,
): Promise<Answer<R extends object ? R : Nothing>> {
  return answered(async (viewer) => {
    const result = await act(runtime(), viewer, verb, input, key);
    return result as (R extends object ? R : Nothing) | null;
  });
}

/** The door of a page's own request (a file, rows to show): its answer, or a problem document. */
export async function answerRequest(
  request: Request,
  work: (viewer: Person) => Response | Promise<Response>,
): Promise<Response> {
  try {
    const viewer = await currentViewer();
    if (!viewer) throw new Problem('not-signed-in', 'Sign in first.');
    return await work(viewer);
  } catch (error) {
    unstable_rethrow(error);
    const problem = problemOf(error);
    if (problem.kind === 'internal') console.error('A request of a page failed:', error);
    const { status, body } = problemDocument(problem, new URL(request.url).pathname, crypto.randomUUID());
    const headers = { 'content-type': 'application/problem+json', 'cache-control': 'private, no-store' };
    return new Response(JSON.stringify(body), { status, headers });
  }
}
