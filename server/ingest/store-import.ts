import { uuidv7 } from 'uuidv7';
import { storedHold } from '@/domain/list/hold-reason';
import { inChunks } from '@/server/db/in-chunks';
import type { RawTransaction } from '@/server/db/transaction';
import { importCounts } from './import-counts';
import type { StoredSummary } from './last-applied';
import type { ListPlan, PreparedList } from './list-plan';

/** Under which id, by whom and when (epoch ms) a list is offered, and whether it must wait. */
interface Offered {
  readonly id: string;
  readonly actorId: string;
  readonly at: number;
  readonly held: boolean;
}

/** Store the record of a list just offered, with its bytes. `held` stays on the row whatever becomes of it. */
export async function storeImport(
  tx: RawTransaction,
  prepared: PreparedList,
  plan: ListPlan,
  { id, actorId, at, held }: Offered,
): Promise<void> {
  const status = held ? 'HELD' : 'APPLIED';
  const decidedAt = held ? null : new Date(at);
  const decidedBy = held ? null : actorId;
  await tx.$executeRaw`
    insert into list_import (id, authority_id, form, file_name, file_hash, list_time, status, held, summary, received_at,
                             actor_id, decided_at, decided_by)
    values (${id}::uuid, ${prepared.authority.id}, ${prepared.list.form}, ${prepared.fileName}, ${prepared.fileHash},
            ${new Date(prepared.list.listTime)}, ${status}::list_import_status, ${held},
            ${summaryOf(prepared, plan, held)}::jsonb, ${new Date(at)}, ${actorId}, ${decidedAt}, ${decidedBy})`;
  await tx.$executeRaw`
    insert into list_file (import_id, content) values (${id}::uuid, ${Buffer.from(prepared.bytes)})`;
}

/** Who confirmed a held list, when (epoch ms) and why. */
interface Confirmed {
  readonly id: string;
  readonly decidedBy: string;
  readonly at: number;
  readonly reason: string;
}

/** Make a held import an applied one. @throws Error when it does not wait any more: the caller has locked it. */
export async function storeConfirmed(
  tx: RawTransaction,
  plan: ListPlan,
  prepared: PreparedList,
  { id, decidedBy, at, reason }: Confirmed,
): Promise<void> {
  const changed = await tx.$executeRaw`
    update list_import set status = 'APPLIED', summary = ${summaryOf(prepared, plan, false)}::jsonb,
                           decided_at = ${new Date(at)}, decided_by = ${decidedBy}, decide_reason = ${reason}
    where id = ${id}::uuid and status = 'HELD'`;
  if (changed !== 1) throw new Error(`import ${id} was decided under a lock that others did not take`);
  await tx.$executeRaw`delete from discrepancy where import_id = ${id}::uuid`;
}

function summaryOf(prepared: PreparedList, plan: ListPlan, held: boolean): string {
  const summary: StoredSummary = {
    order: held ? 0 : (plan.previous?.order ?? 0) + 1,
    list: prepared.summary,
    effectiveAt: plan.effectiveAt,
    counts: { ...importCounts(plan) },
    holds: plan.holds.map(storedHold),
  };
  return JSON.stringify(summary);
}

/** Store the differences that a list shows inside the home division. */
export async function storeDiscrepancies(
  tx: RawTransaction,
  importId: string,
  plan: ListPlan,
): Promise<void> {
  await inChunks(plan.discrepancies, async (chunk) => {
    const lines = chunk.map((row) => ({ ...row, id: uuidv7() }));
    await tx.$executeRaw`
      insert into discrepancy (id, import_id, kind, division_code, name, area_id, own_level, list_level)
      select id, ${importId}::uuid, kind, "divisionCode", name, "areaId", "ownLevel", "listLevel"
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line(
        id uuid, kind text, "divisionCode" text, name text, "areaId" uuid, "ownLevel" stated_level,
        "listLevel" stated_level)`;
  });
}
