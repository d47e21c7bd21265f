import { act } from '@/server/acts/act';
import type { Viewer } from '@/server/auth/viewer';
import type { ServiceContext } from '@/server/service-context';
import { type ApplyOutcome, applyList } from './apply-list';
import { confirmHeldList } from './confirm-held-list';
import { dropPreview, keptPreview } from './preview-store';

/**
 * Do what a kept preview shows: apply or hold a file just offered, or confirm the held list it was made from.
 * @param reason why a held list may be applied; not asked for otherwise.
 * @throws Problem conflict when the preview is gone or the state has changed (`keptPreview`), and what `applyList` and
 * `confirmHeldList` throw.
 */
export async function decidePreviewedList(
  context: ServiceContext,
  viewer: Viewer,
  token: string,
  reason: string,
): Promise<ApplyOutcome> {
  const { preview, heldId } = await keptPreview(context, viewer, token);
  const outcome =
    heldId === null
      ? await act(context, viewer, applyList, { preview })
      : await act(context, viewer, confirmHeldList, { importId: heldId, reason, seen: preview });
  await dropPreview(context, token);
  return outcome;
}
