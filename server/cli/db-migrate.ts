import { applyMigrations } from '@/server/db/schema-engine';
import { withDatabase } from './with-database';

/** `npm run db:migrate`: apply what is pending and name it. */
export async function run(): Promise<void> {
  const applied = await withDatabase((found) => applyMigrations(found.url), { migrate: false });
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
}
