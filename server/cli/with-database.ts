import { type Config, readConfig } from '@/server/config';
import { type AcquiredDatabase, acquireDatabase } from '@/server/db/acquire';
import { applyMigrations } from '@/server/db/schema-engine';

/**
 * Run a command on the configured database, beside a running server or alone, and give the database back.
 * @param options.migrate first apply what is pending, so that a command also works before the first start; a running
 *   server has done so.
 */
export async function withDatabase<T>(
  work: (found: AcquiredDatabase, config: Config) => Promise<T>,
  options: { migrate: boolean } = { migrate: true },
): Promise<T> {
  const config = readConfig();
  const found = await acquireDatabase(config, { share: true, tell: (step) => console.error(`${step} …`) });
  try {
    if (options.migrate && !found.shared) await applyMigrations(found.url);
    return await work(found, config);
  } finally {
    await found.release();
  }
}
