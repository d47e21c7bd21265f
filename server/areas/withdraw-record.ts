import { z } from 'zod';
import type { Viewer } from '@/server/auth/viewer';
import { transactNow } from '@/server/db/transact';
import { closeRows } from '@/server/db/two-time';
import { notFound } from '@/server/errors';
import { parseInput } from '@/server/parse-input';
import type { ServiceContext } from '@/server/service-context';
import { areaBasis } from './area-basis';
import { evidenceEvent } from './area-event';
import { reasonText } from './inputs';
import { lockArea } from './lock-area';

const schema = z.object({
  areaId: z.string(),
  record: z.enum(['INFECTION', 'SCREENING']),
  recordId: z.uuid(),
  reason: reasonText,
});

/**
 * Withdraw an infection or screening record that should never have been made. The row stays and is closed.
 * @throws Problem not-found when it does not exist, was closed before, or is outside the viewer's reach.
 */
export async function withdrawRecord(
  context: ServiceContext,
  viewer: Viewer,
  input: z.input<typeof schema>,
): Promise<void> {
  const { areaId, record, recordId, reason } = parseInput(schema, input);
  await transactNow(context.db, context.clock, viewer.id, async (tx, at) => {
    const area = await lockArea(tx, viewer, 'command', areaId);
    const where = { id: recordId, areaId, recordedTo: null };
    const held =
      record === 'INFECTION' ? await tx.infection.count({ where }) : await tx.screening.count({ where });
    if (held === 0) throw notFound('This record');
    const table = record === 'INFECTION' ? 'infection' : 'screening';
    await closeRows(tx, table, [{ id: recordId, reason }], 'WITHDRAWN', { actorId: viewer.id, at });
    const audit = {
      action: `${record}_WITHDRAWN`,
      entity: 'area',
      entityId: areaId,
      reason,
      before: { recordId },
    };
    return {
      result: undefined,
      changes: [evidenceEvent(area, record, at, await areaBasis(tx, areaId, at))],
      audit: [audit],
    };
  });
  await context.downgrade.request('record withdrawn');
}
