import { PREVIEW_SECTIONS } from '@/domain/list/preview';
import { Problem } from '@/server/errors';
import { withListPatience } from '@/server/ingest/list-patience';
import { previewRows } from '@/server/ingest/preview-rows';
import { keptPreview } from '@/server/ingest/preview-store';
import { runtime } from '@/server/runtime';
import { answer } from '../answer';

const MOST = 500;

/** A slice of a preview's rows: `?token=&section=&offset=&limit=`. */
export async function GET(request: Request): Promise<Response> {
  return answer(request, async (viewer, language) => {
    const asked = new URL(request.url).searchParams;
    const section = PREVIEW_SECTIONS.find((known) => known === asked.get('section'));
    const offset = Number(asked.get('offset') ?? 0);
    const limit = Number(asked.get('limit') ?? MOST);
    const whole = Number.isSafeInteger(offset) && Number.isSafeInteger(limit) && offset >= 0 && limit > 0;
    if (!section || !whole) throw new Problem('invalid-input', 'No such part of the preview.');
    // Another process may have made it; then it is compared again here.
    const kept = () => keptPreview(runtime(), viewer, asked.get('token') ?? '');
    const { shown } = await withListPatience(kept);
    return { rows: previewRows(shown, section, language, offset, Math.min(limit, MOST)) };
  });
}
