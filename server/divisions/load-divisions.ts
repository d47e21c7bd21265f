import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from '@/server/db/connect';
import { COPY_COLUMNS, copyLine } from './copy-line';
import { divisionsVersion } from './divisions-version';
import { type DivisionTables, installedTables, readDivisionBatches } from './read-packages';
import { withoutIndexes } from './without-indexes';

const SETTING = 'divisions.version';
/** Two processes starting at once load one after the other; the second finds the work done. */
const LOAD_LOCK = 7_034_101;
const TOLD_EVERY = 100_000;
const ABOUT = '665,000';

/** What a load did. */
export interface DivisionLoad {
  /** UNCHANGED: the stored data set is the present one. FIRST: the table was empty. UPDATED: rows were compared. */
  readonly outcome: 'UNCHANGED' | 'FIRST' | 'UPDATED';
  readonly version: string;
  /** Rows written: all on a first load, only those that differ on an update. */
  readonly rows: number;
  /** Codes no longer in the data set; they keep their row, with `valid_to` set, because areas may refer to them. */
  readonly retired: number;
}

/**
 * Brings table `division` to the data set of the installed packages, in one transaction, by COPY.
 * Does nothing when setting `divisions.version` names that data set already. Never deletes a row.
 * @param tell progress, one sentence at a time
 * @param from other tables than the installed ones
 * @throws Error naming file and line when a table is malformed; the database is then as before
 */
export async function loadDivisions(
  db: Database,
  tell: (message: string) => void,
  from: DivisionTables = installedTables(),
): Promise<DivisionLoad> {
  const version = await divisionsVersion(from);
  const client = await db.pool.connect();
  try {
    const unchanged = { outcome: 'UNCHANGED', version, rows: 0, retired: 0 } as const;
    if ((await storedVersion(client)) === version) return unchanged;
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOAD_LOCK]);
    if ((await storedVersion(client)) === version) {
      await client.query('rollback');
      return unchanged;
    }
    const { rows: found } = await client.query('select 1 from division limit 1');
    const load = found.length === 0 ? await firstLoad(client, from, tell) : await update(client, from, tell);
    await client.query(
      `insert into setting (key, value, updated_at) values ($1, to_jsonb($2::text), now())
       on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`,
      [SETTING, version],
    );
    await client.query('commit');
    await client.query('analyze division');
    tell(`Divisions ready: ${load.rows.toLocaleString('en')} rows written`);
    return { ...load, version };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function storedVersion(client: PoolClient): Promise<string | undefined> {
  const { rows } = await client.query<{ value: string }>('select value from setting where key = $1', [
    SETTING,
  ]);
  return rows[0]?.value;
}

type Load = Pick<DivisionLoad, 'outcome' | 'rows' | 'retired'>;

async function firstLoad(client: PoolClient, from: DivisionTables, tell: (m: string) => void): Promise<Load> {
  const rows = await withoutIndexes(client, () => copyInto(client, 'division', from, tell));
  return { outcome: 'FIRST', rows, retired: 0 };
}

const COMPARED = COPY_COLUMNS.split(', ').filter((column) => column !== 'code');

async function update(client: PoolClient, from: DivisionTables, tell: (m: string) => void): Promise<Load> {
  await client.query('create temp table division_incoming (like division) on commit drop');
  await copyInto(client, 'division_incoming', from, tell);
  tell('Comparing divisions with those stored');
  await client.query('create unique index on division_incoming (code)');
  await client.query('analyze division_incoming');
  const written = await client.query(
    `insert into division (${COPY_COLUMNS})
     select i.code, ${COMPARED.map((column) => `i.${column}`).join(', ')}
     from division_incoming i left join division d using (code)
     where d.code is null or (${COMPARED.map((c) => `d.${c}`).join(', ')})
       is distinct from (${COMPARED.map((c) => `i.${c}`).join(', ')})
     on conflict (code) do update set ${COMPARED.map((c) => `${c} = excluded.${c}`).join(', ')}`,
  );
  const retired = await client.query(
    `update division d set valid_to = current_date
     where valid_to is null and not exists (select 1 from division_incoming i where i.code = d.code)`,
  );
  return { outcome: 'UPDATED', rows: written.rowCount ?? 0, retired: retired.rowCount ?? 0 };
}

async function copyInto(
  client: PoolClient,
  table: 'division' | 'division_incoming',
  from: DivisionTables,
  tell: (message: string) => void,
): Promise<number> {
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    const paths = new Map<string, string>();
    for await (const batch of readDivisionBatches(from)) {
      let text = '';
      for (const division of batch) {
        const path = `${paths.get(division.parent ?? '') ?? ''}${division.code}/`;
        if (division.kind !== 'COMMUNITY') paths.set(division.code, path);
        text += copyLine(division, path);
        count += 1;
        if (count % TOLD_EVERY === 0) tell(`Loading divisions: ${count.toLocaleString('en')} of ${ABOUT}`);
      }
      yield text;
    }
  }
  const sink = client.query(copyFrom(`copy ${table} (${COPY_COLUMNS}) from stdin`));
  await pipeline(Readable.from(lines(), { objectMode: false }), sink);
  return count;
}
