import type { Pool, PoolClient } from 'pg';
import type { PrismaClient } from './generated/client';

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

/**
 * Run `work` in a transaction without Prisma between: for tens of thousands of rows, whose parameters Prisma would turn
 * into JSON a second time (0.7 s of a peak list). It is rolled back when `work` throws.
 */
export async function rawTransaction<T>(pool: Pool, work: (tx: RawTransaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const { tx, close } = statementsOf(client);
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(tx);
    await close();
    await client.query('commit');
    return result;
  } catch (error) {
    await close();
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * Statements of one connection, one after the other however they are asked for. After the first that fails, and after
 * `close`, none is sent any more: what was asked for ahead must never run outside the transaction.
 */
function statementsOf(client: PoolClient): { tx: RawTransaction; close(): Promise<void> } {
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
