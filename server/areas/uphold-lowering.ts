import { upholdLoweringInput } from '@/domain/acts/area';
import type { AuditLine } from '@/domain/record/audit-line';
import { verb } from '@/server/acts/verb';
import { replaceRows } from '@/server/db/two-time';
import { Problem } from '@/server/errors';
import { areaBasis } from './area-basis';
import { evidenceEvent } from './area-event';
import { lockArea } from './lock-area';

/**
 * Let a lowering stand that the records no longer bear out: the officer takes it upon themselves, with a reason. The
 * level does not move; the row of its end is closed, and one that names the decision takes its place.
 * @throws Problem not-found, invalid-input, conflict when the records bear it out again or the level was changed since.
 */
export const upholdLowering = verb({
  name: 'uphold-lowering',
  capability: 'lowering-uphold',
  on: 'This area',
  schema: upholdLoweringInput,
  kind: 'recording',
  run: async (tx, viewer, at, { areaId, designationId, reason }) => {
    const area = await lockArea(tx, viewer, 'lowering-uphold', areaId);
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
    const audit: AuditLine = {
      action: 'AREA_LOWERING_UPHELD',
      entity: 'area',
      entityId: areaId,
      reason,
      before: { from: basis.from, loweredAt, cause: 'LOWERED_BY_RULE' },
      after: { cause: 'LOWERED_BY_DECISION' },
    };
    const rest = await areaBasis(tx, areaId, at);
    return { result: null, changes: [evidenceEvent(area, 'DECISION', at, rest)], audit: [audit] };
  },
});
