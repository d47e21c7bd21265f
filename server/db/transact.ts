import type { AuditLine } from '@/domain/record/audit-line';
import type { ChangeEvent } from '@/domain/record/change-event';
import { type Clock, systemClock } from '@/server/clock/clock';
import type { ServiceContext } from '@/server/service-context';
import { appendRecorded } from './append-recorded';
import { inTurn } from './in-turn';
import { refusingRaces } from './refusing-races';
import { type RawTransaction, rawTransaction, type Transaction } from './transaction';

/** What came of work in a transaction: its result and the lines that record it. */
export interface Recorded<R> {
  readonly result: R;
  readonly changes: readonly ChangeEvent[];
  readonly audit: readonly AuditLine[];
}

/**
 * The kinds of transaction. `recording`: what stands in two times changes. `rows`: the same, for tens of thousands of rows
 * in SQL alone. `audit`: what leaves audit lines and nothing in two times, such as accounts, keys and sessions.
 */
export interface TransactionOf {
  recording: Transaction;
  rows: RawTransaction;
  audit: Transaction;
}
export type TransactionKind = keyof TransactionOf;

const PATIENCE = { maxWait: 15_000, timeout: 120_000 };

/**
 * Run `work` in one transaction and append its change events and audit lines in that same transaction.
 * Recordings (`recording`, `rows`) happen one after the other. Each first waits for the one before it to end, in
 * whichever process that runs, so `work` sees everything recorded before and nothing runs beside it; then it is given its
 * recorded instant `at` (epoch ms): the clock's present, but later than every instant recorded before. So the numbers of
 * the log, its recorded instants and the commits are in one order, and a reader that has seen number n never finds a
 * smaller one. `audit` waits for no recording, and its instant is real time's, in which people live also in a drill.
 * What the database asks to be tried again is tried again, so `work` may run several times.
 * @throws whatever `work` throws; Problem conflict when the database refuses what it did; then nothing is stored.
 */
export function transact<K extends TransactionKind, R>(
  world: Omit<ServiceContext, 'downgrade'>,
  kind: K,
  actorId: string,
  work: (tx: TransactionOf[K], at: number) => Promise<Recorded<R>>,
): Promise<R> {
  const { db, clock, realTime = systemClock } = world;
  const appended = async (tx: Transaction | RawTransaction, at: number): Promise<R> => {
    // Which kind of transaction was begun for it, `work` has said itself.
    const { result, changes, audit } = await work(tx as TransactionOf[K], at);
    await appendRecorded(tx, at, actorId, changes, audit);
    return result;
  };
  if (kind === 'audit') {
    return refusingRaces(() => db.prisma.$transaction((tx) => appended(tx, realTime.now()), PATIENCE));
  }
  const recorded = async (tx: Transaction | RawTransaction) => {
    const at = await beginRecording(tx, clock);
    return { result: await appended(tx, at), at };
  };
  return inTurn(db, () =>
    refusingRaces(async () => {
      const { result, at } =
        kind === 'rows'
          ? await rawTransaction(db.pool, recorded)
          : await db.prisma.$transaction(recorded, PATIENCE);
      db.recorded.at = Math.max(db.recorded.at, at);
      return result;
    }),
  );
}

/** Wait for the recording before this one, of any process, and take the recorded instant (epoch ms). Held to the commit. */
async function beginRecording(tx: RawTransaction, clock: Clock): Promise<number> {
  // The clock is read again once the wait is over: it may have taken seconds.
  await tx.$queryRaw`select await_recording()::text`;
  const [row] = await tx.$queryRaw<{ at: Date }[]>`select begin_recording(${new Date(clock.now())}) as at`;
  if (!row) throw new Error('The recorded clock is missing.');
  return row.at.getTime();
}
