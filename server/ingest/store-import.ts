import { uuidv7 } from 'uuidv7';
import type { Transaction } from '@/server/db/transact';
import { importCounts } from './import-counts';
import { inChunks } from './in-chunks';
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
  tx: Transaction,
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
  const decided = {
    status: held ? ('HELD' as const) : ('APPLIED' as const),
    summary: JSON.parse(JSON.stringify(summary)),
    decidedAt: held ? null : new Date(at),
    decidedBy: held ? null : actorId,
    decideReason: confirmReason,
  };
  if (waiting) {
    await tx.listImport.update({ where: { id }, data: decided });
  } else {
    await tx.listImport.create({
      data: {
        id,
        authorityId: prepared.authority.id,
        form: prepared.list.form,
        fileName: prepared.fileName,
        fileHash: prepared.fileHash,
        listTime: new Date(prepared.list.listTime),
        receivedAt: new Date(at),
        actorId,
        ...decided,
      },
    });
    await tx.listFile.create({ data: { importId: id, content: new Uint8Array(prepared.bytes) } });
  }
  if (waiting) await tx.discrepancy.deleteMany({ where: { importId: id } });
  const rows = plan.discrepancies.map(({ kind, divisionCode, name, areaId, ownLevel, listLevel }) => ({
    id: uuidv7(),
    importId: id,
    kind,
    divisionCode,
    name,
    areaId,
    ownLevel,
    listLevel,
  }));
  await inChunks(rows, async (chunk) => {
    await tx.discrepancy.createMany({ data: [...chunk] });
  });
}
