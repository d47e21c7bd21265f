import type { Config } from '@/server/config';
import { ensureDatabase } from './connect';
import { runningDatabaseUrl, startEmbeddedPostgres } from './embedded/embedded-postgres';
import type { Postmaster } from './embedded/postmaster';

/** An address to work with and a way to give it back (which stops what was started for it). */
export interface AcquiredDatabase {
  url: string;
  /** True when another process of ours already runs the embedded database on this data folder. */
  shared: boolean;
  /** The main process of the embedded database that was started for it; null for one that others run. */
  postmaster: Postmaster | null;
  release(): Promise<void>;
}

/**
 * The configured database: `DATABASE_URL` when set, else the embedded one of the data folder.
 * @param share commands beside a running server use its database; a server itself must own the folder.
 * @throws StartupError with one sentence when it cannot be had.
 */
export async function acquireDatabase(
  config: Config,
  options: { share: boolean; tell: (step: string) => void },
): Promise<AcquiredDatabase> {
  const nothing = async () => undefined;
  if (config.DATABASE_URL) {
    await ensureDatabase(config.DATABASE_URL);
    return { url: config.DATABASE_URL, shared: false, postmaster: null, release: nothing };
  }
  const running = options.share ? runningDatabaseUrl(config.DATA_DIR) : null;
  if (running) return { url: running, shared: true, postmaster: null, release: nothing };
  const embedded = await startEmbeddedPostgres(config.DATA_DIR, options.tell);
  await ensureDatabase(embedded.url).catch(async (error) => {
    await embedded.stop();
    throw error;
  });
  const { url, postmaster } = embedded;
  return { url, shared: false, postmaster, release: () => embedded.stop() };
}
