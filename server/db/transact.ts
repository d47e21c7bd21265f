import type { Clock } from '@/server/clock/clock';
import type { Database } from './connect';
import type { Prisma, PrismaClient } from './generated/client';
import { inChunks } from './in-chunks';

/** The Prisma client inside a transaction. */
export type Transaction = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'
>;

/** The part of a transaction that speaks SQL: all that services over many rows need. */
export interface RawTransaction {
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<number>;
  $queryRaw<T>(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<T>;
}

/** One line for the change log; `data` is the public event body of API.md without its envelope. */
export interface ChangeEvent {
  type:
    | 'fengqu.area-status.changed.v1'
    | 'fengqu.area-evidence.changed.v1'
    | 'fengqu.area.renamed.v1'
    | 'fengqu.area.split.v1'
    | 'fengqu.area.merged.v1';
  subject: string;
  effectiveAt: number;
  data: Prisma.InputJsonObject;
}

/** One line for the audit trail. */
export interface AuditLine {
  action: string;
  entity: string;
  entityId: string;
  reason: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
}

/** What a service hands back from its transaction: its result and the lines that record it. */
export interface Recorded<T> {
  result: T;
  changes: readonly ChangeEvent[];
  audit: readonly AuditLine[];
}

/** The key of the transaction-scoped lock under which log and audit rows are appended. */
export const APPEND_LOCK = 7_034_001;

/**
 * Run `work` in one transaction and append its change events and audit lines in that same transaction.
 * The append lock is taken last and held to the commit, so the order of sequence numbers is the order of commits: a
 * reader that has seen number n will never later find a smaller one.
 * @param at the recorded instant (epoch ms) of every line.
 * @throws whatever `work` throws; then nothing is stored.
 */
export function transact<T>(
  db: Database,
  at: number,
  actorId: string,
  work: (tx: Transaction) => Promise<Recorded<T>>,
): Promise<T> {
  return db.prisma.$transaction(
    async (tx) => {
      const { result, changes, audit } = await work(tx);
      if (changes.length > 0 || audit.length > 0) await appendRecorded(tx, at, actorId, changes, audit);
      return result;
    },
    { maxWait: 15_000, timeout: 120_000 },
  );
}

/** `transact` at the clock's present. */
export function transactNow<T>(
  db: Database,
  clock: Clock,
  actorId: string,
  work: (tx: Transaction, at: number) => Promise<Recorded<T>>,
): Promise<T> {
  const at = clock.now();
  return transact(db, at, actorId, (tx) => work(tx, at));
}

/** Append change events and audit lines, as the last of a transaction: the lock is held to its commit. */
export async function appendRecorded(
  tx: RawTransaction,
  at: number,
  actorId: string,
  changes: readonly ChangeEvent[],
  audit: readonly AuditLine[],
): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${APPEND_LOCK})`;
  const recordedAt = new Date(at);
  await inChunks(changes, async (chunk) => {
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
  if (changes.length > 0) await tx.$executeRaw`select pg_notify('fengqu_log', '')`;
  if (audit.length > 0) {
    await tx.$executeRaw`
      insert into audit_entry (seq, at, actor_id, action, entity, entity_id, reason, before, after, prev_hash, hash)
      select (select coalesce(max(seq), 0) from audit_entry) + line.ordinality, ${recordedAt}, ${actorId},
             line.value->>'action', line.value->>'entity', line.value->>'entityId', line.value->>'reason',
             line.value->'before', line.value->'after', '', ''
      from jsonb_array_elements(${JSON.stringify(audit)}::jsonb) with ordinality as line
      order by line.ordinality`;
  }
}
