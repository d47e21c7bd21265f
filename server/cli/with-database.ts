import { type Config, readConfig } from '@/server/config';
import { type AcquiredDatabase, acquireDatabase } from '@/server/db/acquire';

/** Run a command on the configured database, beside a running server or alone, and give the database back. */
export async function withDatabase<T>(
  work: (found: AcquiredDatabase, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig();
  const found = await acquireDatabase(config, { share: true, tell: (step) => console.error(`${step} …`) });
  try {
    return await work(found, config);
  } finally {
    await found.release();
  }
}
