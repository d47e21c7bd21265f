import type { PoolClient } from 'pg';
import type { Clock } from '@/server/clock/clock';
import type { Database } from './connect';
import { appendRecorded, beginRecording, type RawTransaction, type Recorded, recording } from './transact';

/**
 * `transactNow` without Prisma between: for work on tens of thousands of rows, whose parameters Prisma would turn into
 * JSON a second time (0.7 s of a peak list). Same turn, same instants, same order of log and audit lines.
 * @throws as `transactNow` does.
 */
export function transactRaw<T>(
  db: Database,
  clock: Clock,
  actorId: string,
  work: (tx: RawTransaction, at: number) => Promise<Recorded<T>>,
): Promise<T> {
  return recording(db, async () => {
    const client = await db.pool.connect();
    const { tx, close } = rawTransaction(client);
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const at = await beginRecording(tx, clock);
      const { result, changes, audit } = await work(tx, at);
      await appendRecorded(tx, at, actorId, changes, audit);
      await close();
      await client.query('commit');
      return [result, at];
    } catch (error) {
      await close();
      await client.query('rollback').catch((lost: Error) => {
        broken = lost;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  });
}

/**
 * Statements of one connection, one after the other however they are asked for. After the first that fails, and after
 * `close`, none is sent any more: what was asked for ahead must never run outside the transaction.
 */
function rawTransaction(client: PoolClient): { tx: RawTransaction; close(): Promise<void> } {
  let last: Promise<unknown> = Promise.resolve();
  let open = true;
  const run = (strings: TemplateStringsArray, values: unknown[]) => {
    const text = strings.reduce((before, part, index) => `${before}$${index}${part}`);
    const running = last.then(() => {
      if (!open) throw new Error('The transaction has ended.');
      return client.query(text, values);
    });
    last = running.catch(() => {
      open = false;
    });
    return running;
  };
  const tx: RawTransaction = {
    $executeRaw: async (strings, ...values) => (await run(strings, values)).rowCount ?? 0,
    $queryRaw: async <T>(strings: TemplateStringsArray, ...values: unknown[]) =>
      (await run(strings, values)).rows as T,
  };
  const close = async () => {
    open = false;
    await last;
  };
  return { tx, close };
}
