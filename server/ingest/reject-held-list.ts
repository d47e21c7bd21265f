import { z } from 'zod';
import { reasonText } from '@/server/areas/inputs';
import type { Viewer } from '@/server/auth/viewer';
import { transactNow } from '@/server/db/transact';
import { notFound } from '@/server/errors';
import { parseInput } from '@/server/parse-input';
import type { ServiceContext } from '@/server/service-context';
import { divisionBook } from './division-book';
import { previewHeldList } from './held-list';
import { decidedAlready, lockImport } from './import-state';
import { assertReach, listGround } from './list-reach';
import { lockLists } from './lock-lists';

const schema = z.object({ importId: z.string(), reason: reasonText });

/**
 * Set a held list aside for good, with the reason; it changes no level and its bytes are kept. Whoever offered it may
 * take it back in this way.
 * @throws Problem not-found when there is no such list, for other roles, and (`code` out-of-reach) when it speaks of
 * ground outside the viewer's jurisdiction; conflict (`code` decided-already, with what stands) when it waits no more;
 * invalid-input without a reason.
 */
export async function rejectHeldList(
  context: ServiceContext,
  viewer: Viewer,
  input: z.input<typeof schema>,
): Promise<void> {
  const { importId, reason } = parseInput(schema, input);
  const preview = await previewHeldList(context, viewer, importId, 'REJECTED');
  assertReach(viewer, listGround(await divisionBook(context.db), preview));
  await transactNow(context.db, context.clock, viewer.id, async (tx, at) => {
    await lockLists(tx, preview.prepared.authority.id);
    const state = await lockImport(tx, importId);
    if (!state) throw notFound('A held list of this id');
    const decided = { decidedAt: new Date(at), decidedBy: viewer.id, decideReason: reason };
    const { count } = await tx.listImport.updateMany({
      where: { id: importId, status: 'HELD' },
      data: { status: 'REJECTED', ...decided },
    });
    if (count !== 1) throw decidedAlready(state, 'REJECTED');
    const audit = { action: 'LIST_REJECTED', entity: 'list_import', entityId: importId, reason };
    return { result: undefined, changes: [], audit: [audit] };
  });
}
