import { rejectHeldListInput } from '@/domain/acts/list';
import type { AuditLine } from '@/domain/record/audit-line';
import { verb } from '@/server/acts/verb';
import { notFound } from '@/server/errors';
import { divisionBook } from './division-book';
import { previewHeldList } from './held-list';
import { decidedAlready, lockImport } from './import-state';
import { assertReach, listGround } from './list-reach';
import { lockLists } from './lock-lists';

/**
 * Set a held list aside for good, with the reason; it changes no level and its bytes are kept. Whoever offered it may
 * take it back in this way.
 * @throws Problem not-found when there is no such list, for other roles, and (`code` out-of-reach) when it speaks of
 * ground outside the viewer's jurisdiction; conflict (`code` decided-already, with what stands) when it waits no more;
 * invalid-input without a reason.
 */
export const rejectHeldList = verb({
  name: 'reject-held-list',
  capability: 'list-reject',
  on: 'The import of lists',
  schema: rejectHeldListInput,
  kind: 'recording',
  prepare: async (world, viewer, { importId }) => {
    const preview = await previewHeldList(world, viewer, importId, 'REJECTED');
    assertReach(viewer, 'list-reject', listGround(await divisionBook(world.db), preview));
    return preview;
  },
  run: async (tx, viewer, at, { importId, reason }, { prepared: preview }) => {
    await lockLists(tx, preview.prepared.authority.id);
    const state = await lockImport(tx, importId);
    if (!state) throw notFound('A held list of this id');
    const decided = { decidedAt: new Date(at), decidedBy: viewer.id, decideReason: reason };
    const { count } = await tx.listImport.updateMany({
      where: { id: importId, status: 'HELD' },
      data: { status: 'REJECTED', ...decided },
    });
    if (count !== 1) throw decidedAlready(state, 'REJECTED');
    const audit: AuditLine = { action: 'LIST_REJECTED', entity: 'list_import', entityId: importId, reason };
    return { result: null, changes: [], audit: [audit] };
  },
});
