import { z } from 'zod';
import { reasonText } from '@/server/areas/inputs';
import type { Viewer } from '@/server/auth/viewer';
import type { Recorded } from '@/server/db/transact';
import { transactRaw } from '@/server/db/transact-raw';
import { notFound, Problem } from '@/server/errors';
import { parseInput } from '@/server/parse-input';
import type { ServiceContext } from '@/server/service-context';
import type { ApplyOutcome } from './apply-list';
import { currentPlan } from './current-plan';
import { divisionBook } from './division-book';
import { previewHeldList } from './held-list';
import { importCounts } from './import-counts';
import { decidedAlready, lockImport } from './import-state';
import { assertReach, listGround } from './list-reach';
import { lockLists } from './lock-lists';
import type { ListPreview } from './preview-list';
import { storeConfirmed, storeDiscrepancies } from './store-import';
import { importAudit, writePlan } from './write-plan';

const schema = z.object({ importId: z.string(), reason: reasonText });

/**
 * Apply a held list all the same, with the reason of a second person: whoever offered it does not confirm it, and
 * neither does the system.
 * @param seen the preview the person looked at; made now when left out.
 * @throws Problem not-found when there is no such list, for other roles, and (`code` out-of-reach) when it speaks of
 * ground outside the viewer's jurisdiction; conflict when it is decided already (`code` decided-already, with what
 * stands), when the viewer offered it (`code` second-person), or when it would now do something else than `seen` showed
 * (`code` preview-stale); invalid-input without a reason.
 */
export async function confirmHeldList(
  context: ServiceContext,
  viewer: Viewer,
  input: z.input<typeof schema>,
  seen?: ListPreview,
): Promise<ApplyOutcome> {
  const { importId, reason } = parseInput(schema, input);
  const made = await previewHeldList(context, viewer, importId, 'APPLIED');
  const preview = seen?.prepared.fileHash === made.prepared.fileHash ? seen : made;
  const { prepared } = preview;
  const book = await divisionBook(context.db);
  assertReach(viewer, listGround(book, preview));
  return transactRaw(
    context.db,
    context.clock,
    viewer.id,
    async (tx, at): Promise<Recorded<ApplyOutcome>> => {
      await lockLists(tx, prepared.authority.id);
      const state = await lockImport(tx, importId);
      if (!state) throw notFound('A held list of this id');
      if (state.status !== 'HELD') throw decidedAlready(state, 'APPLIED');
      assertSecondPerson(viewer, state.actorId);
      const plan = await currentPlan(tx, book, preview, at);
      assertReach(viewer, listGround(book, { prepared, plan }));
      await storeConfirmed(tx, plan, prepared, { id: importId, decidedBy: viewer.id, at, reason });
      await storeDiscrepancies(tx, importId, plan);
      const writing = { book, importId, actorId: viewer.id, at, drill: context.clock.drill };
      const changes = await writePlan(tx, prepared, plan, writing);
      const audit = [importAudit('LIST_APPLIED', importId, prepared, plan, reason)];
      return { result: { status: 'APPLIED', importId, counts: importCounts(plan) }, changes, audit };
    },
  );
}

/** The database refuses the same (trigger list_import_decided_once). */
function assertSecondPerson(viewer: Viewer, offeredBy: string): void {
  if (viewer.id !== offeredBy && !viewer.id.startsWith('system:')) return;
  const why = viewer.id === offeredBy ? 'You offered this list' : 'The system does not confirm lists';
  throw new Problem('conflict', `${why}; a second person must confirm it.`, [], { code: 'second-person' });
}
