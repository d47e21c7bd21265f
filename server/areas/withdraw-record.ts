import { withdrawRecordInput } from '@/domain/acts/evidence';
import type { AuditLine } from '@/domain/record/audit-line';
import { verb } from '@/server/acts/verb';
import { closeRows } from '@/server/db/two-time';
import { notFound } from '@/server/errors';
import { areaBasis } from './area-basis';
import { evidenceEvent } from './area-event';
import { lockArea } from './lock-area';

/**
 * Withdraw an infection or screening record that should never have been made. The row stays and is closed.
 * @throws Problem not-found when it does not exist, was closed before, or is outside the viewer's reach.
 */
export const withdrawRecord = verb({
  name: 'withdraw-record',
  capability: 'record-withdraw',
  on: 'This area',
  schema: withdrawRecordInput,
  kind: 'recording',
  downgrade: 'record withdrawn',
  run: async (tx, viewer, at, { areaId, record, recordId, reason }) => {
    const area = await lockArea(tx, viewer, 'record-withdraw', areaId);
    const where = { id: recordId, areaId, recordedTo: null };
    const held =
      record === 'INFECTION' ? await tx.infection.count({ where }) : await tx.screening.count({ where });
    if (held === 0) throw notFound('This record');
    const table = record === 'INFECTION' ? 'infection' : 'screening';
    await closeRows(tx, table, [{ id: recordId, reason }], 'WITHDRAWN', { actorId: viewer.id, at });
    const audit: AuditLine = {
      action: `${record}_WITHDRAWN`,
      entity: 'area',
      entityId: areaId,
      reason,
      before: { recordId },
    };
    return {
      result: null,
      changes: [evidenceEvent(area, record, at, await areaBasis(tx, areaId, at))],
      audit: [audit],
    };
  },
});
