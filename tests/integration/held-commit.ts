import pg from 'pg';
import type { Database } from '@/server/db/connect';

/** Recordings of one subject that are kept between their last statement and their commit. */
export interface HeldCommits {
  /** Resolve once so many of them have appended everything and stand before their commit. */
  standing(count: number): Promise<void>;
  /** Let them commit. */
  release(): Promise<void>;
}

const KEY = 4_711;

/** From now on whoever appends a line about `subject` to the log waits before its commit, until released. */
export async function holdCommits(db: Database, subject: string): Promise<HeldCommits> {
  const holder = new pg.Client({ connectionString: db.url });
  await holder.connect();
  await holder.query('select pg_advisory_lock($1)', [KEY]);
  await db.pool.query(`
    create or replace function wait_before_commit() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(${KEY});
      return null;
    end $$`);
  await db.pool.query(`
    create constraint trigger wait_before_commit after insert on change_log deferrable initially deferred
    for each row when (new.subject = ${pg.escapeLiteral(subject)}) execute function wait_before_commit()`);
  return {
    standing: (count) =>
      until(async () => {
        const { rows } = await holder.query(
          "select 1 from pg_locks where locktype = 'advisory' and objid = $1 and not granted",
          [KEY],
        );
        return rows.length >= count;
      }),
    release: async () => {
      await holder.query('select pg_advisory_unlock($1)', [KEY]);
      await holder.end();
      await db.pool.query('drop trigger wait_before_commit on change_log');
    },
  };
}

/** Resolve once so many backends of this database wait for another. */
export function waiting(db: Database, count: number): Promise<void> {
  return until(async () => {
    const { rows } = await db.pool.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows.length >= count;
  });
}

/** Look again until it is so; the test's own limit ends what never comes. */
async function until(so: () => Promise<boolean>): Promise<void> {
  while (!(await so())) await new Promise((resolve) => setTimeout(resolve, 10));
}
