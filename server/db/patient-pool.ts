import pg from 'pg';
import { soon } from '@/server/soon';
import { patienceLeft } from './patience';

/**
 * The pool of connections; the one place that keeps to the patience of who asks (`within`). A single query of theirs
 * ends with it, whether it waits for a connection or for its answer, and the connection it hung on is given up.
 * What is asked without patience, and all that runs on a connection taken with `connect`, is left its time.
 */
export class PatientPool extends pg.Pool {
  override query(...args: unknown[]): never {
    const left = patienceLeft();
    const plain = super.query as (...given: unknown[]) => unknown;
    const [asked, values] = args;
    const streamed = typeof asked === 'object' && asked !== null && 'submit' in asked;
    if (left === null || streamed || typeof args.at(-1) === 'function')
      return plain.apply(this, args) as never;
    const config = typeof asked === 'string' ? { text: asked } : (asked as pg.QueryConfig);
    return this.#answered(config, values as unknown[] | undefined) as never;
  }

  async #answered(config: pg.QueryConfig, values: unknown[] | undefined): Promise<pg.QueryResult> {
    const client = await this.#connected();
    let failed: Error | undefined;
    try {
      return await client.query({ query_timeout: patienceLeft(), ...config } as pg.QueryConfig, values);
    } catch (error) {
      failed = error as Error;
      throw error;
    } finally {
      client.release(failed);
    }
  }

  async #connected(): Promise<pg.PoolClient> {
    const connecting = this.connect();
    let late = false;
    // A connection that comes when nobody waits for it any more goes back where it came from.
    connecting.then(
      (client) => late && client.release(),
      () => undefined,
    );
    return soon(connecting, patienceLeft() ?? 1).catch((error) => {
      late = true;
      throw error;
    });
  }
}
