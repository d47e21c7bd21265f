import { confirmHeldListInput } from '@/domain/acts/list';
import { verb } from '@/server/acts/verb';
import type { Viewer } from '@/server/auth/viewer';
import type { Recorded } from '@/server/db/transact';
import { notFound, Problem } from '@/server/errors';
import type { ApplyOutcome } from './apply-list';
import { currentPlan } from './current-plan';
import { divisionBook } from './division-book';
import { previewHeldList } from './held-list';
import { importCounts } from './import-counts';
import { decidedAlready, lockImport } from './import-state';
import { assertReach, listGround } from './list-reach';
import { lockLists } from './lock-lists';
import { madePreview } from './preview-list';
import { storeConfirmed, storeDiscrepancies } from './store-import';
import { importAudit, writePlan } from './write-plan';

/**
 * Apply a held list all the same, with the reason of a second person: whoever offered it does not confirm it, and
 * neither does the system.
 * @param input.seen the preview the person looked at; made now when left out.
 * @throws Problem not-found when there is no such list, for other roles, and (`code` out-of-reach) when it speaks of
 * ground outside the viewer's jurisdiction; conflict when it is decided already (`code` decided-already, with what
 * stands), when the viewer offered it (`code` second-person), or when it would now do something else than `seen` showed
 * (`code` preview-stale); invalid-input without a reason.
 */
export const confirmHeldList = verb({
  name: 'confirm-held-list',
  capability: 'list-confirm',
  on: 'The import of lists',
  schema: confirmHeldListInput.extend({ seen: madePreview.optional() }),
  kind: 'rows',
  prepare: async (world, viewer, { importId, seen }) => {
    const made = await previewHeldList(world, viewer, importId, 'APPLIED');
    const preview = seen?.prepared.fileHash === made.prepared.fileHash ? seen : made;
    const book = await divisionBook(world.db);
    assertReach(viewer, 'list-confirm', listGround(book, preview));
    return { preview, book };
  },
  run: async (
    tx,
    viewer,
    at,
    { importId, reason },
    { drill, prepared: { preview, book } },
  ): Promise<Recorded<ApplyOutcome>> => {
    const { prepared } = preview;
    await lockLists(tx, prepared.authority.id);
    const state = await lockImport(tx, importId);
    if (!state) throw notFound('A held list of this id');
    if (state.status !== 'HELD') throw decidedAlready(state, 'APPLIED');
    assertSecondPerson(viewer, state.actorId);
    const plan = await currentPlan(tx, book, preview, at);
    assertReach(viewer, 'list-confirm', listGround(book, { prepared, plan }));
    await storeConfirmed(tx, plan, prepared, { id: importId, decidedBy: viewer.id, at, reason });
    await storeDiscrepancies(tx, importId, plan);
    const writing = { book, importId, actorId: viewer.id, at, drill };
    const changes = await writePlan(tx, prepared, plan, writing);
    const audit = [importAudit('LIST_APPLIED', importId, prepared, plan, reason)];
    return { result: { status: 'APPLIED', importId, counts: importCounts(plan) }, changes, audit };
  },
});

/** The database refuses the same (trigger list_import_decided_once). */
function assertSecondPerson(viewer: Viewer, offeredBy: string): void {
  if (viewer.id !== offeredBy) return;
  const why = 'You offered this list';
  throw new Problem('conflict', `${why}; a second person must confirm it.`, [], { code: 'second-person' });
}
