import { uuidv7 } from 'uuidv7';
import { inChunks } from '@/server/db/in-chunks';
import type { RawTransaction } from '@/server/db/transact';
import { importCounts } from './import-counts';
import type { StoredSummary } from './last-applied';
import type { ListPlan, PreparedList } from './list-plan';

/** How an import is stored: anew or in place of the held one that waited, and who confirmed it with what reason. */
export interface ImportState {
  readonly id: string;
  readonly waiting: boolean;
  readonly held: boolean;
  readonly confirmReason: string | null;
}

/** Store the record of an import with its bytes, and the discrepancies found in the home division. */
export async function storeImport(
  tx: RawTransaction,
  prepared: PreparedList,
  plan: ListPlan,
  actorId: string,
  at: number,
  { id, waiting, held, confirmReason }: ImportState,
): Promise<void> {
  const summary: StoredSummary = {
    order: held ? 0 : (plan.previous?.order ?? 0) + 1,
    list: prepared.summary,
    effectiveAt: plan.effectiveAt,
    counts: { ...importCounts(plan) },
    holds: plan.holds,
  };
  const status = held ? 'HELD' : 'APPLIED';
  const decidedAt = held ? null : new Date(at);
  const decidedBy = held ? null : actorId;
  const json = JSON.stringify(summary);
  if (waiting) {
    await tx.$executeRaw`
      update list_import set status = ${status}::list_import_status, summary = ${json}::jsonb, decided_at = ${decidedAt},
                             decided_by = ${decidedBy}, decide_reason = ${confirmReason}
      where id = ${id}::uuid`;
    await tx.$executeRaw`delete from discrepancy where import_id = ${id}::uuid`;
  } else {
    await tx.$executeRaw`
      insert into list_import (id, authority_id, form, file_name, file_hash, list_time, status, summary, received_at,
                               actor_id, decided_at, decided_by, decide_reason)
      values (${id}::uuid, ${prepared.authority.id}, ${prepared.list.form}, ${prepared.fileName}, ${prepared.fileHash},
              ${new Date(prepared.list.listTime)}, ${status}::list_import_status, ${json}::jsonb, ${new Date(at)},
              ${actorId}, ${decidedAt}, ${decidedBy}, ${confirmReason})`;
    await tx.$executeRaw`
      insert into list_file (import_id, content) values (${id}::uuid, ${Buffer.from(prepared.bytes)})`;
  }
  await inChunks(plan.discrepancies, async (chunk) => {
    const lines = chunk.map((row) => ({ ...row, id: uuidv7() }));
    await tx.$executeRaw`
      insert into discrepancy (id, import_id, kind, division_code, name, area_id, own_level, list_level)
      select id, ${id}::uuid, kind, "divisionCode", name, "areaId", "ownLevel", "listLevel"
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line(
        id uuid, kind text, "divisionCode" text, name text, "areaId" uuid, "ownLevel" stated_level,
        "listLevel" stated_level)`;
  });
}
