import { reasonText } from '@/server/areas/inputs';
import type { Viewer } from '@/server/auth/viewer';
import { Problem } from '@/server/errors';
import type { ServiceContext } from '@/server/service-context';
import { type ApplyOutcome, applyList } from './apply-list';
import { confirmHeldList } from './confirm-held-list';
import { dropPreview, keptPreview } from './preview-store';

/**
 * Do what a kept preview shows: apply it, hold it, or with a reason apply it although it must be confirmed.
 * @param reason '' when none was given.
 * @throws Problem conflict when the preview is gone or the state has changed; invalid-input for too short a reason.
 */
export async function decidePreviewedList(
  context: ServiceContext,
  viewer: Viewer,
  token: string,
  reason: string,
): Promise<ApplyOutcome> {
  const { preview, heldId } = keptPreview(viewer, token);
  const outcome =
    heldId !== null
      ? await confirmHeldList(context, viewer, { importId: heldId, reason }, preview)
      : await applyList(context, viewer, preview, checkedReason(reason));
  if (outcome.status !== 'HELD') dropPreview(token);
  return outcome;
}

function checkedReason(reason: string): string | undefined {
  if (reason.trim() === '') return undefined;
  const checked = reasonText.safeParse(reason);
  if (checked.success) return checked.data;
  const fault = checked.error.issues[0]?.message ?? 'give the reason';
  throw new Problem('invalid-input', `/reason: ${fault}.`, [{ pointer: '/reason', reason: fault }]);
}
