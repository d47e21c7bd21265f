import { getLocale } from 'next-intl/server';
import { currentViewer } from '@/server/auth/current-viewer';
import type { Viewer } from '@/server/auth/viewer';
import { Problem } from '@/server/errors';
import { problemDocument } from '@/server/http/problem';
import { problemOf } from '@/server/http/problem-of';
import { ListRefused } from '@/server/ingest/list-refused';

/** Answer a request of the imports page as JSON, a refusal as a problem document. */
export async function answer(
  request: Request,
  work: (viewer: Viewer, language: 'zh' | 'en') => unknown,
): Promise<Response> {
  const headers = { 'cache-control': 'private, no-store' };
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  try {
    const viewer = await currentViewer();
    if (!viewer) throw new Problem('not-signed-in', 'Sign in to import lists.');
    return Response.json(await work(viewer, language), { headers });
  } catch (error) {
    const problem = error instanceof ListRefused ? error.inLanguage(language) : problemOf(error);
    if (problem.kind === 'internal') console.error(error);
    const { status, body } = problemDocument(problem, new URL(request.url).pathname, crypto.randomUUID());
    return Response.json(body, {
      status,
      headers: { ...headers, 'content-type': 'application/problem+json' },
    });
  }
}
