import { migrationStatus } from '@/server/db/schema-engine';
import { withDatabase } from './with-database';

/** `npm run db:status`: what is pending, edited or failed; exit code 1 when anything is. */
export async function run(): Promise<void> {
  const status = await withDatabase((found) => migrationStatus(found.url), { migrate: false });
  for (const [kind, names] of Object.entries(status))
    console.log(`${kind}: ${names.length > 0 ? names.join(', ') : 'none'}`);
  if (Object.values(status).some((names) => names.length > 0)) process.exitCode = 1;
}
