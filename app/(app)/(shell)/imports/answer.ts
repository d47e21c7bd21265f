import { getLocale } from 'next-intl/server';
import { answerRequest } from '@/server/acts/door';
import type { Viewer } from '@/server/auth/viewer';
import { ListRefused } from '@/server/ingest/list-refused';

/** Answer a request of the imports page as JSON; a file that is no list is refused in the person's language. */
export async function answer(
  request: Request,
  work: (viewer: Viewer, language: 'zh' | 'en') => unknown,
): Promise<Response> {
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  return answerRequest(request, async (viewer) => {
    try {
      return Response.json(await work(viewer, language), {
        headers: { 'cache-control': 'private, no-store' },
      });
    } catch (error) {
      throw error instanceof ListRefused ? error.inLanguage(language) : error;
    }
  });
}
