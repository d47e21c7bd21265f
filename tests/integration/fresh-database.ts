import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '@/server/db/connect';

/** A migrated, empty database of its own for a test file; `close` drops it. */
export async function freshDatabase(): Promise<Database> {
  const template = new URL(inject('templateUrl'));
  const name = `test_${randomBytes(6).toString('hex')}`;
  await maintain(template, `create database ${name} template ${template.pathname.slice(1)}`);
  const url = new URL(template);
  url.pathname = `/${name}`;
  const db = openDatabase(url.href);
  return {
    ...db,
    close: async () => {
      await db.close();
      await maintain(template, `drop database ${name} with (force)`);
    },
  };
}

async function maintain(template: URL, statement: string): Promise<void> {
  const url = new URL(template);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
