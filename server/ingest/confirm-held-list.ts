import { z } from 'zod';
import { reasonText } from '@/server/areas/inputs';
import type { Viewer } from '@/server/auth/viewer';
import { parseInput } from '@/server/parse-input';
import type { ServiceContext } from '@/server/service-context';
import { type ApplyOutcome, applyList } from './apply-list';
import { previewHeldList } from './held-list';
import type { ListPreview } from './preview-list';

const schema = z.object({ importId: z.string(), reason: reasonText });

/**
 * Apply a held list all the same, with the officer's reason.
 * @param seen the preview the officer looked at; made now when left out.
 * @throws Problem not-found when it no longer waits; invalid-input without a reason; conflict when it would now do
 * something else than `seen` showed.
 */
export async function confirmHeldList(
  context: ServiceContext,
  viewer: Viewer,
  input: z.input<typeof schema>,
  seen?: ListPreview,
): Promise<ApplyOutcome> {
  const { importId, reason } = parseInput(schema, input);
  const preview = await previewHeldList(context, viewer, importId);
  return applyList(
    context,
    viewer,
    seen?.prepared.fileHash === preview.prepared.fileHash ? seen : preview,
    reason,
  );
}
