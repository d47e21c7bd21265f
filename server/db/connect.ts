import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { StartupError } from '@/server/startup-error';
import { PrismaClient } from './generated/client';
import { PatientPool } from './patient-pool';

/** The database as the services see it: Prisma for rows, the pool for sets, COPY and LISTEN. */
export interface Database {
  readonly url: string;
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  /** The latest recorded instant this process knows of (epoch ms); its present is never before that. */
  readonly recorded: { at: number };
  close(): Promise<void>;
}

/**
 * Open connections. Nothing is sent until the first query.
 * @param recorded where the latest recorded instant is kept, for threads that share it.
 */
export function openDatabase(url: string, recorded = { at: 0 }): Database {
  const pool = new PatientPool({ connectionString: url, max: 20, connectionTimeoutMillis: 10_000 });
  // An idle connection that breaks (database restarted) must not end the process; the next query reports it.
  pool.on('error', () => undefined);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    url,
    prisma,
    pool,
    recorded,
    close: async () => {
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}

/**
 * Make sure the database named in `url` answers, creating it when the server has no database of that name.
 * @throws StartupError when it does not answer, refuses us, or is older than PostgreSQL 15.
 */
export async function ensureDatabase(url: string): Promise<void> {
  const shown = new URL(url);
  const name = decodeURIComponent(shown.pathname.slice(1)) || 'postgres';
  shown.password = '';
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    if (Number(rows[0]?.version) < 150_000) {
      throw new StartupError(`DATABASE_URL: ${shown.host} runs a PostgreSQL older than 15.`);
    }
  } catch (error) {
    if (error instanceof StartupError) throw error;
    const { code, message } = error as { code?: string; message: string };
    if (code !== '3D000')
      throw new StartupError(`DATABASE_URL: ${shown.host} cannot be reached (${code ?? message}).`);
    await createDatabase(url, name);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(url: string, name: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    throw new StartupError(
      `DATABASE_URL: the database "${name}" does not exist and cannot be made (${(error as Error).message}).`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
