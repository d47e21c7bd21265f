import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { HoldReason } from '@/domain/list/hold-reason';
import type { ImportCounts } from '@/domain/list/preview';
import { verb } from '@/server/acts/verb';
import type { Recorded } from '@/server/db/transact';
import { currentPlan } from './current-plan';
import { divisionBook } from './division-book';
import { importCounts } from './import-counts';
import { lockImport } from './import-state';
import { lastApplied } from './last-applied';
import { assertReach, listGround } from './list-reach';
import { lockLists } from './lock-lists';
import { madePreview } from './preview-list';
import { storeDiscrepancies, storeImport } from './store-import';
import { importAudit, writePlan } from './write-plan';

/** What became of a list. */
export type ApplyOutcome =
  | { readonly status: 'APPLIED'; readonly importId: string; readonly counts: ImportCounts }
  | {
      readonly status: 'ALREADY_APPLIED';
      readonly importId: string;
      /** Who applied it when (epoch ms); `name` null where the system itself did. */
      readonly by: { readonly id: string; readonly name: string | null; readonly at: number };
    }
  | { readonly status: 'HELD'; readonly importId: string; readonly holds: readonly HoldReason[] };

/**
 * Apply a previewed list in one transaction: levels, names, discrepancies, change events and one audit row. A list that
 * must be confirmed is stored as held instead, with its bytes, and changes no level; `confirmHeldList` applies it, by
 * another person. The file applied last is not applied twice.
 * @throws Problem not-found for other roles, and (`code` out-of-reach) when the list speaks of ground outside the
 * viewer's jurisdiction; conflict (`code` preview-stale) when it would no longer do what the preview showed.
 */
export const applyList = verb({
  name: 'apply-list',
  capability: 'import-apply',
  on: 'The import of lists',
  schema: z.object({ preview: madePreview }),
  kind: 'rows',
  prepare: async ({ db }, viewer, { preview }) => {
    const book = await divisionBook(db);
    assertReach(viewer, 'import-apply', listGround(book, preview));
    return book;
  },
  run: async (tx, viewer, at, { preview }, { drill, prepared: book }): Promise<Recorded<ApplyOutcome>> => {
    const { prepared } = preview;
    await lockLists(tx, prepared.authority.id);
    const previous = await lastApplied(tx, prepared.authority.id);
    if (previous?.fileHash === prepared.fileHash) {
      const state = await lockImport(tx, previous.id);
      const by = {
        id: state?.decidedBy ?? '',
        name: state?.decidedByName ?? null,
        at: state?.decidedAt?.getTime() ?? 0,
      };
      return { result: { status: 'ALREADY_APPLIED', importId: previous.id, by }, changes: [], audit: [] };
    }
    const [waiting] = await tx.$queryRaw<{ id: string }[]>`
        select id from list_import where authority_id = ${prepared.authority.id} and file_hash = ${prepared.fileHash}
          and status = 'HELD' limit 1`;
    if (waiting) {
      const { holds } = preview.plan;
      return { result: { status: 'HELD', importId: waiting.id, holds }, changes: [], audit: [] };
    }
    const plan = await currentPlan(tx, book, preview, at);
    assertReach(viewer, 'import-apply', listGround(book, { prepared, plan }));
    const importId = uuidv7();
    const held = plan.holds.length > 0;
    await storeImport(tx, prepared, plan, { id: importId, actorId: viewer.id, at, held });
    await storeDiscrepancies(tx, importId, plan);
    const audit = [importAudit(held ? 'LIST_HELD' : 'LIST_APPLIED', importId, prepared, plan, '')];
    if (held) return { result: { status: 'HELD', importId, holds: plan.holds }, changes: [], audit };
    const writing = { book, importId, actorId: viewer.id, at, drill };
    const changes = await writePlan(tx, prepared, plan, writing);
    return { result: { status: 'APPLIED', importId, counts: importCounts(plan) }, changes, audit };
  },
});
