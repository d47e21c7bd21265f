import { z } from 'zod';
import { reasonText } from '@/server/areas/inputs';
import type { Viewer } from '@/server/auth/viewer';
import { transactNow } from '@/server/db/transact';
import { notFound } from '@/server/errors';
import { parseInput } from '@/server/parse-input';
import type { ServiceContext } from '@/server/service-context';
import { assertMayImport } from './preview-list';

const schema = z.object({ importId: z.uuid('an import'), reason: reasonText });

/**
 * Set a held list aside for good, with the officer's reason; it changes no level and its bytes are kept.
 * @throws Problem not-found when it no longer waits, or for other roles; invalid-input without a reason.
 */
export async function rejectHeldList(
  context: ServiceContext,
  viewer: Viewer,
  input: z.input<typeof schema>,
): Promise<void> {
  assertMayImport(viewer);
  const { importId, reason } = parseInput(schema, input);
  await transactNow(context.db, context.clock, viewer.id, async (tx, at) => {
    const decided = { decidedAt: new Date(at), decidedBy: viewer.id, decideReason: reason };
    const { count } = await tx.listImport.updateMany({
      where: { id: importId, status: 'HELD' },
      data: { status: 'REJECTED', ...decided },
    });
    if (count === 0) throw notFound('A held list of this id');
    const audit = { action: 'LIST_REJECTED', entity: 'list_import', entityId: importId, reason };
    return { result: undefined, changes: [], audit: [audit] };
  });
}
