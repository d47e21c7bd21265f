import { withdrawLevelInput } from '@/domain/acts/area';
import type { StatedLevel } from '@/domain/level/level';
import type { AuditLine } from '@/domain/record/audit-line';
import { verb } from '@/server/acts/verb';
import type { Transaction } from '@/server/db/transaction';
import { closeRows, type Recording, replaceRows } from '@/server/db/two-time';
import { Problem } from '@/server/errors';
import { statusEvent } from './area-event';
import { ruleSetAt } from './decide-area';
import { lockArea } from './lock-area';

interface Row {
  id: string;
  level: StatedLevel;
  validFrom: Date;
  validTo: Date | null;
  cause: string;
  endCause: string | null;
  policyId: string;
  policyVersion: number;
}

/**
 * Withdraw a change of level before its hour: the rows it made are closed in recorded time and what it ended stands as
 * before. Of several changes to come only the last can be withdrawn; then the one before it is the last.
 * @throws Problem not-found, invalid-input, conflict once its hour has come or when it is no longer the last to come.
 */
export const withdrawLevel = verb({
  name: 'withdraw-level',
  capability: 'level-withdraw',
  on: 'This area',
  schema: withdrawLevelInput,
  kind: 'recording',
  downgrade: 'change of level withdrawn',
  run: async (tx, viewer, at, { areaId, effectiveAt, reason }) => {
    const area = await lockArea(tx, viewer, 'level-withdraw', areaId);
    if (effectiveAt <= at) {
      throw new Problem('conflict', 'The change has taken effect; decide the level anew instead.', [
        { pointer: '/effectiveAt', reason: 'its hour has come' },
      ]);
    }
    const { begun, ended } = await lastToCome(tx, areaId, effectiveAt);
    const recording = { actorId: viewer.id, at };
    if (begun) await closeRows(tx, 'designation', [{ id: begun.id, reason }], 'WITHDRAWN', recording);
    if (ended) await restore(tx, ended.id, reason, recording);
    const { policyId, policyVersion } = begun ?? ended ?? pinnedAt(effectiveAt);
    const corrects = await eventOf(tx, areaId, effectiveAt);
    const change = {
      from: begun?.level ?? null,
      to: ended?.level ?? null,
      effectiveAt,
      recordedAt: at,
      cause: 'CORRECTED' as const,
      policy: { id: policyId, version: policyVersion },
      noticeNo: null,
      ...(corrects === null ? {} : { corrects }),
    };
    const audit: AuditLine = {
      action: 'AREA_CHANGE_WITHDRAWN',
      entity: 'area',
      entityId: areaId,
      reason,
      before: { level: begun?.level ?? 'LOW', effectiveAt: new Date(effectiveAt).toISOString() },
      after: { level: ended?.level ?? null },
    };
    return { result: null, changes: [statusEvent(area, change)], audit: [audit] };
  },
});

/** The rows that the last change to come made: the level that begins with it, and the one that ends by it. */
async function lastToCome(
  tx: Transaction,
  areaId: string,
  effectiveAt: number,
): Promise<{ begun: Row | null; ended: Row | null }> {
  const rows = await tx.$queryRaw<Row[]>`
    select id, level::text, valid_from as "validFrom", valid_to as "validTo", cause::text, end_cause::text as "endCause",
           policy_id as "policyId", policy_version as "policyVersion"
    from designation where area_id = ${areaId}::uuid and recorded_to is null order by valid_from`;
  const last = rows.at(-1);
  const begun = last?.validTo === null && last.validFrom.getTime() === effectiveAt ? last : null;
  const end = begun ? rows.at(-2) : last;
  // One act ends a level and begins the next with one cause; a level ended and designated anew at one hour are two acts.
  const together = !begun || end?.endCause === begun.cause;
  const ended = end?.validTo?.getTime() === effectiveAt && together ? end : null;
  if (begun || ended) return { begun, ended: ended ?? null };
  throw new Problem('conflict', 'Another change is the last to come; look at the area again.', [
    { pointer: '/effectiveAt', reason: 'no change to come that could be withdrawn' },
  ]);
}

/** Let a level stand again as it stood before its end was decided. */
async function restore(
  tx: Transaction,
  endedId: string,
  reason: string,
  recording: Recording,
): Promise<void> {
  const ended = await tx.designation.findUniqueOrThrow({ where: { id: endedId } });
  const stood = ended.supersedesId
    ? await tx.designation.findUnique({ where: { id: ended.supersedesId } })
    : null;
  const said = { reason: stood?.reason ?? ended.reason, source: stood?.source ?? ended.source };
  const stands = { ...said, validTo: null, endCause: null, evidence: null };
  await replaceRows(tx, 'designation', [{ id: endedId, reason, by: [stands] }], 'WITHDRAWN', recording);
}

/** Sequence of the event that told of the change. */
async function eventOf(tx: Transaction, areaId: string, effectiveAt: number): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ seq: bigint }[]>`
    select seq from change_log where subject = ${areaId} and type = 'fengqu.area-status.changed.v1'
      and effective_at = ${new Date(effectiveAt)} order by seq desc limit 1`;
  return row ? String(row.seq) : null;
}

function pinnedAt(at: number): { policyId: string; policyVersion: number } {
  const { id, version } = ruleSetAt(at);
  return { policyId: id, policyVersion: version };
}
