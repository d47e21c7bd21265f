import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '@/server/config';
import { pendingSchemaSql } from '@/server/db/schema-engine';
import { StartupError } from '@/server/startup-error';
import { withDatabase } from './with-database';

/** `npm run db:diff -- name`: write a migration that leads from the migrations to the schema files. */
export async function run([name]: string[]): Promise<void> {
  if (!name || !/^[a-z0-9_]+$/.test(name))
    throw new StartupError('Name the migration: npm run db:diff -- add_something');
  const sql = await withDatabase((found) => pendingSchemaSql(found.url), { migrate: false });
  if (!sql) {
    console.log('The migrations already lead to the schema.');
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(PROJECT_ROOT, 'prisma/migrations', `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'migration.sql'), sql);
  console.log(`Wrote ${path.relative(PROJECT_ROOT, folder)}/migration.sql; read it before you commit it.`);
}
