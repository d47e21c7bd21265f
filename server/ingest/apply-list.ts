import { uuidv7 } from 'uuidv7';
import type { HoldReason } from '@/domain/list/hold';
import type { Viewer } from '@/server/auth/viewer';
import type { RawTransaction, Recorded } from '@/server/db/transact';
import { transactRaw } from '@/server/db/transact-raw';
import { Problem } from '@/server/errors';
import type { ServiceContext } from '@/server/service-context';
import { divisionBook } from './division-book';
import { type ImportCounts, importCounts } from './import-counts';
import { lastApplied } from './last-applied';
import type { ListPlan, PreparedList } from './list-plan';
import { currentLogVersion, effect, planList } from './plan-list';
import { assertMayImport, type ListPreview } from './preview-list';
import { storeImport } from './store-import';
import { writePlan } from './write-plan';

/** What became of a list. */
export type ApplyOutcome =
  | { readonly status: 'APPLIED'; readonly importId: string; readonly counts: ImportCounts }
  | { readonly status: 'ALREADY_APPLIED'; readonly importId: string }
  | { readonly status: 'HELD'; readonly importId: string; readonly holds: readonly HoldReason[] };

/** Taken for the whole application: lists of one authority are applied one after the other. */
const APPLY_LOCK = 7_034_201;

/**
 * Apply a previewed list in one transaction: levels, names, discrepancies, change events and one audit row. A list that
 * must be confirmed is stored as held instead, with its bytes, and changes no level. The file applied last is not
 * applied twice.
 * @param confirmReason why an officer applies a held list all the same.
 * @throws Problem not-found for other roles; conflict when what the list would do is no longer what the preview showed.
 */
export function applyList(
  context: ServiceContext,
  viewer: Viewer,
  preview: ListPreview,
  confirmReason?: string,
): Promise<ApplyOutcome> {
  assertMayImport(viewer);
  const { prepared } = preview;
  return transactRaw(
    context.db,
    context.clock,
    viewer.id,
    async (tx, at): Promise<Recorded<ApplyOutcome>> => {
      await tx.$executeRaw`select pg_advisory_xact_lock(${APPLY_LOCK}, hashtext(${prepared.authority.id}))`;
      const previous = await lastApplied(tx, prepared.authority.id);
      if (previous?.fileHash === prepared.fileHash) {
        return { result: { status: 'ALREADY_APPLIED', importId: previous.id }, changes: [], audit: [] };
      }
      const plan = await currentPlan(tx, context, preview, previous?.id ?? null, at);
      const [waiting] = await tx.$queryRaw<{ id: string }[]>`
      select id from list_import where authority_id = ${prepared.authority.id} and file_hash = ${prepared.fileHash}
        and status = 'HELD' limit 1`;
      const importId = waiting?.id ?? uuidv7();
      const held = plan.holds.length > 0 && confirmReason === undefined;
      if (held && waiting) {
        return { result: { status: 'HELD', importId, holds: plan.holds }, changes: [], audit: [] };
      }
      const stored = {
        id: importId,
        waiting: waiting !== undefined,
        held,
        confirmReason: confirmReason ?? null,
      };
      await storeImport(tx, prepared, plan, viewer.id, at, stored);
      const counts = importCounts(plan);
      const audit = {
        action: held ? 'LIST_HELD' : 'LIST_APPLIED',
        entity: 'list_import',
        entityId: importId,
        reason: confirmReason ?? '',
        after: {
          authority: prepared.authority.id,
          fileName: prepared.fileName,
          fileHash: prepared.fileHash,
          listTime: new Date(prepared.list.listTime).toISOString(),
          counts: { ...counts },
          holds: plan.holds.map((hold) => hold.code),
        },
      };
      if (held)
        return { result: { status: 'HELD', importId, holds: plan.holds }, changes: [], audit: [audit] };
      const book = await divisionBook(context.db);
      const writing = { book, importId, actorId: viewer.id, at, drill: context.clock.drill };
      const changes = await writePlan(tx, prepared, plan, writing);
      return { result: { status: 'APPLIED', importId, counts }, changes, audit: [audit] };
    },
  );
}

/** The plan as of now: the previewed one while nothing was logged or applied since, else made again and compared. */
async function currentPlan(
  tx: RawTransaction,
  context: ServiceContext,
  { prepared, plan }: { prepared: PreparedList; plan: ListPlan },
  previousId: string | null,
  at: number,
): Promise<ListPlan> {
  const untouched =
    (await currentLogVersion(tx)) === plan.logVersion && previousId === (plan.previous?.id ?? null);
  if (untouched)
    return { ...plan, ...effect(prepared.list.listTime, plan.previous?.effectiveAt ?? null, at) };
  const again = await planList(tx, await divisionBook(context.db), prepared, at);
  if (again.digest === plan.digest) return again;
  throw new Problem(
    'conflict',
    'The state has changed since the preview, and the list would now do something else. Look at it again.',
  );
}
