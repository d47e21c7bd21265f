import type { AuditLine } from '@/domain/record/audit-line';
import type { ChangeEvent } from '@/domain/record/change-event';
import { withLevels } from '@/server/feed/with-levels';
import { inChunks } from './in-chunks';
import type { RawTransaction } from './transaction';

/** The key of the transaction-scoped lock under which audit lines are appended; always the last lock that is taken. */
export const AUDIT_LOCK = 7_034_001;

/**
 * Append change events and audit lines, as the last of a transaction.
 * @param at recorded instant of the events, instant of the audit lines; epoch ms.
 */
export async function appendRecorded(
  tx: RawTransaction,
  at: number,
  actorId: string,
  changes: readonly ChangeEvent[],
  audit: readonly AuditLine[],
): Promise<void> {
  if (changes.length > 0) await appendChanges(tx, at, changes);
  if (audit.length > 0) await appendAudit(tx, at, actorId, audit);
}

async function appendChanges(tx: RawTransaction, at: number, changes: readonly ChangeEvent[]): Promise<void> {
  const recordedAt = new Date(at);
  const told = await withLevels(tx, changes, at);
  await inChunks(told, async (chunk) => {
    const lines = chunk.map((change) => ({
      ...change,
      effectiveAt: new Date(change.effectiveAt).toISOString(),
    }));
    await tx.$executeRaw`
      insert into change_log (seq, type, subject, effective_at, recorded_at, data)
      select (select coalesce(max(seq), 0) from change_log) + line.ordinality, line.value->>'type', line.value->>'subject',
             (line.value->>'effectiveAt')::timestamptz, ${recordedAt}, line.value->'data'
      from jsonb_array_elements(${JSON.stringify(lines)}::jsonb) with ordinality as line`;
  });
  await tx.$executeRaw`select pg_notify('fengqu_log', '')`;
}

async function appendAudit(
  tx: RawTransaction,
  at: number,
  actorId: string,
  audit: readonly AuditLine[],
): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${AUDIT_LOCK})`;
  await tx.$executeRaw`
    insert into audit_entry (seq, at, actor_id, action, entity, entity_id, reason, before, after, prev_hash, hash)
    select (select coalesce(max(seq), 0) from audit_entry) + line.ordinality, ${new Date(at)}, ${actorId},
           line.value->>'action', line.value->>'entity', line.value->>'entityId', line.value->>'reason',
           line.value->'before', line.value->'after', '', ''
    from jsonb_array_elements(${JSON.stringify(audit)}::jsonb) with ordinality as line
    order by line.ordinality`;
}
