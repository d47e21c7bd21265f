import { z } from 'zod';
import type { Viewer } from '@/server/auth/viewer';
import { transactNow } from '@/server/db/transact';
import { replaceRows } from '@/server/db/two-time';
import { Problem } from '@/server/errors';
import { parseInput } from '@/server/parse-input';
import type { ServiceContext } from '@/server/service-context';
import { areaBasis } from './area-basis';
import { evidenceEvent } from './area-event';
import { reasonText } from './inputs';
import { lockArea } from './lock-area';

const schema = z.object({
  areaId: z.string(),
  /** `designationId` of the lost basis the officer saw. */
  designationId: z.uuid(),
  reason: reasonText,
});

/**
 * Let a lowering stand that the records no longer bear out: the officer takes it upon themselves, with a reason. The
 * level does not move; the row of its end is closed, and one that names the decision takes its place.
 * @throws Problem not-found, invalid-input, conflict when the records bear it out again or the level was changed since.
 */
export async function upholdLowering(
  context: ServiceContext,
  viewer: Viewer,
  input: z.input<typeof schema>,
): Promise<void> {
  const { areaId, designationId, reason } = parseInput(schema, input);
  await transactNow(context.db, context.clock, viewer.id, async (tx, at) => {
    const area = await lockArea(tx, viewer, 'command', areaId);
    const basis = await areaBasis(tx, areaId, at);
    if (basis?.designationId !== designationId) {
      throw new Problem(
        'conflict',
        'The records or the level changed in the meantime; look at the area again.',
      );
    }
    const source = { kind: 'DECISION', name: viewer.displayName, publishedAt: new Date(at).toISOString() };
    const upheld = { endCause: 'LOWERED_BY_DECISION' as const, reason, source, evidence: null };
    const replaced = { id: designationId, reason, by: [upheld] };
    await replaceRows(tx, 'designation', [replaced], 'CORRECTED', { actorId: viewer.id, at });
    const loweredAt = new Date(basis.loweredAt).toISOString();
    const audit = {
      action: 'AREA_LOWERING_UPHELD',
      entity: 'area',
      entityId: areaId,
      reason,
      before: { from: basis.from, loweredAt, cause: 'LOWERED_BY_RULE' },
      after: { cause: 'LOWERED_BY_DECISION' },
    };
    const rest = await areaBasis(tx, areaId, at);
    return { result: undefined, changes: [evidenceEvent(area, 'DECISION', at, rest)], audit: [audit] };
  });
}
