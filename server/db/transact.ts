import type { Clock } from '@/server/clock/clock';
import { withLevels } from '@/server/feed/with-levels';
import type { Database } from './connect';
import type { Prisma, PrismaClient } from './generated/client';
import { inChunks } from './in-chunks';
import { inTurn } from './in-turn';
import { refusingRaces } from './refusing-races';

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

/** The key of the transaction-scoped lock under which audit lines are appended; always the last lock that is taken. */
export const AUDIT_LOCK = 7_034_001;

const PATIENCE = { maxWait: 15_000, timeout: 120_000 };

/**
 * Record something: run `work` in one transaction and append its change events and audit lines in that same
 * transaction. Recordings happen one after the other. Each first waits for the one before it to end, in whichever
 * process that runs, so `work` sees everything recorded before and nothing runs beside it; then it is given its recorded
 * instant `at` (epoch ms): the clock's present, but later than every instant recorded before. So the numbers of the log,
 * its recorded instants and the commits are in one order, and a reader that has seen number n never finds a smaller one.
 * @throws whatever `work` throws; Problem conflict when the database refuses what it did; then nothing is stored.
 */
export function transactNow<T>(
  db: Database,
  clock: Clock,
  actorId: string,
  work: (tx: Transaction, at: number) => Promise<Recorded<T>>,
): Promise<T> {
  return recording(db, async () => {
    let recordedAt = 0;
    const done = await db.prisma.$transaction(async (tx) => {
      recordedAt = await beginRecording(tx, clock);
      const { result, changes, audit } = await work(tx, recordedAt);
      await appendRecorded(tx, recordedAt, actorId, changes, audit);
      return result;
    }, PATIENCE);
    return [done, recordedAt];
  });
}

/**
 * Do something that leaves audit lines and nothing in two times: accounts, keys, sessions. It waits for no recording;
 * its instants are the given clock's, which for people is real time also in a drill.
 * @throws as `transactNow` does.
 */
export function transactAudited<T>(
  db: Database,
  clock: Clock,
  actorId: string,
  work: (tx: Transaction, at: number) => Promise<Omit<Recorded<T>, 'changes'>>,
): Promise<T> {
  return refusingRaces(() =>
    db.prisma.$transaction(async (tx) => {
      const at = clock.now();
      const { result, audit } = await work(tx, at);
      await appendAudit(tx, at, actorId, audit);
      return result;
    }, PATIENCE),
  );
}

/**
 * One recording of this process after the other. Those that wait do so in memory and not on a connection, of which there
 * are few.
 */
export function recording<T>(db: Database, run: () => Promise<[result: T, recordedAt: number]>): Promise<T> {
  return inTurn(db, () =>
    refusingRaces(async () => {
      const [result, recordedAt] = await run();
      db.recorded.at = Math.max(db.recorded.at, recordedAt);
      return result;
    }),
  );
}

/** Wait for the recording before this one, of any process, and take the recorded instant (epoch ms). Held to the commit. */
export async function beginRecording(tx: RawTransaction, clock: Clock): Promise<number> {
  // The clock is read again once the wait is over: it may have taken seconds.
  await tx.$queryRaw`select await_recording()::text`;
  const [row] = await tx.$queryRaw<{ at: Date }[]>`select begin_recording(${new Date(clock.now())}) as at`;
  if (!row) throw new Error('The recorded clock is missing.');
  return row.at.getTime();
}

/** Append change events and audit lines, as the last of a recording. */
export async function appendRecorded(
  tx: RawTransaction,
  at: number,
  actorId: string,
  changes: readonly ChangeEvent[],
  audit: readonly AuditLine[],
): Promise<void> {
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
  if (changes.length > 0) await tx.$executeRaw`select pg_notify('fengqu_log', '')`;
  await appendAudit(tx, at, actorId, audit);
}

async function appendAudit(
  tx: RawTransaction,
  at: number,
  actorId: string,
  audit: readonly AuditLine[],
): Promise<void> {
  if (audit.length === 0) return;
  await tx.$executeRaw`select pg_advisory_xact_lock(${AUDIT_LOCK})`;
  await tx.$executeRaw`
    insert into audit_entry (seq, at, actor_id, action, entity, entity_id, reason, before, after, prev_hash, hash)
    select (select coalesce(max(seq), 0) from audit_entry) + line.ordinality, ${new Date(at)}, ${actorId},
           line.value->>'action', line.value->>'entity', line.value->>'entityId', line.value->>'reason',
           line.value->'before', line.value->'after', '', ''
    from jsonb_array_elements(${JSON.stringify(audit)}::jsonb) with ordinality as line
    order by line.ordinality`;
}
