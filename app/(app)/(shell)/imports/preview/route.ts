import { readablePart, searchText } from '@/domain/text/plain-text';
import type { Viewer } from '@/server/auth/viewer';
import { Problem } from '@/server/errors';
import { boundPreview } from '@/server/ingest/bound-preview';
import { decisionRight } from '@/server/ingest/decision-right';
import { divisionBook } from '@/server/ingest/division-book';
import { previewHeldList } from '@/server/ingest/held-list';
import { withListPatience } from '@/server/ingest/list-patience';
import { previewHead } from '@/server/ingest/preview-head';
import { type ListPreview, previewList } from '@/server/ingest/preview-list';
import { keepPreview } from '@/server/ingest/preview-store';
import { MAX_LIST_BYTES } from '@/server/ingest/read-list';
import { runtime } from '@/server/runtime';
import { answer } from '../answer';

/** The dry run of a file sent as the body. Its name stands in a header that no other site's form can send. */
export async function POST(request: Request): Promise<Response> {
  return answer(request, async (viewer, language) => {
    const fileName = nameOf(request.headers.get('x-file-name'));
    const preview = await previewList(runtime(), viewer, { bytes: await bodyOf(request), fileName });
    return headOf(viewer, preview, null, language);
  });
}

/** The dry run of a held list (`?held=`), against the state as it is now. */
export async function GET(request: Request): Promise<Response> {
  return answer(request, async (viewer, language) => {
    const heldId = new URL(request.url).searchParams.get('held') ?? '';
    return withListPatience(async () => {
      const preview = await previewHeldList(runtime(), viewer, heldId);
      return headOf(viewer, preview, heldId, language);
    });
  });
}

async function headOf(viewer: Viewer, preview: ListPreview, heldId: string | null, language: 'zh' | 'en') {
  const { db } = runtime();
  const shown = boundPreview(await divisionBook(db), viewer, preview);
  const kept = { preview, shown, heldId };
  const right = await decisionRight({ db }, viewer, preview, heldId);
  const token = await keepPreview(runtime(), viewer, kept);
  return previewHead({ ...kept, token }, right, language);
}

function nameOf(header: string | null): string {
  if (header === null) throw new Problem('invalid-input', 'The header X-File-Name is missing.');
  try {
    return searchText(readablePart(decodeURIComponent(header)), 200).text || 'list';
  } catch {
    throw new Problem('invalid-input', 'The header X-File-Name is not percent-encoded.');
  }
}

async function bodyOf(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    // One byte over is enough to know; the rest is not read.
    if (size > MAX_LIST_BYTES) {
      await reader?.cancel();
      throw new Problem('invalid-input', 'The file is larger than 12 MB.', [], { listFault: 'TOO_LARGE' });
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
