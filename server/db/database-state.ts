import pg from 'pg';
import { soon } from '@/server/soon';

/**
 * How the database is, as `/readyz` says it:
 * `up` reads and writes · `read-only` refuses writes (`default_transaction_read_only`, a standby) · `full` has no room
 * on its disk · `out-of-connections` admits nobody more · `restarting` starts, recovers or shuts down · `hanging` takes a
 * question and does not answer · `down` cannot be reached or refuses us.
 */
export type DatabaseState =
  | 'up'
  | 'read-only'
  | 'full'
  | 'out-of-connections'
  | 'restarting'
  | 'hanging'
  | 'down';

const PATIENCE_MS = 2_000;

/**
 * Spills a sort to the disk the data stand on: what fails there when the disk is full, and leaves no trace when it does
 * not. A standby and a read-only database can do it too.
 */
const WRITE_PROBE = `select count(*) from (select n from generate_series(1, 4000) n order by md5(n::text) offset 0) sorted`;

/** Ask on a connection of its own: of a pool's old ones some may answer when nobody new is let in. */
export async function probeDatabase(url: string): Promise<DatabaseState> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  client.on('error', () => undefined);
  try {
    return await soon(ask(client), PATIENCE_MS);
  } catch (error) {
    return stateOf(error as { code?: string; message?: string });
  } finally {
    void client.end().catch(() => undefined);
  }
}

async function ask(client: pg.Client): Promise<DatabaseState> {
  await client.connect();
  const { rows } = await client.query<{ closed: boolean }>(
    `select current_setting('transaction_read_only')::bool or pg_is_in_recovery() as closed,
            set_config('work_mem', '64kB', false)`,
  );
  await client.query(WRITE_PROBE);
  return rows[0]?.closed ? 'read-only' : 'up';
}

const BY_CODE: Record<string, DatabaseState> = {
  '53100': 'full',
  '53300': 'out-of-connections',
  '57P01': 'restarting',
  '57P02': 'restarting',
  '57P03': 'restarting',
  ETIMEDOUT: 'hanging',
};

function stateOf({ code, message }: { code?: string; message?: string }): DatabaseState {
  const known = BY_CODE[code ?? ''];
  if (known) return known;
  return /timeout/i.test(message ?? '') ? 'hanging' : 'down';
}
