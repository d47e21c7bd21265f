import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** A driver-adapter factory for the schema engine, and a way to close every connection it opened. */
export type MigrationAdapter = SqlMigrationAwareDriverAdapterFactory & { close(): Promise<void> };

type Callback = (error: Error | null, result?: pg.QueryResult) => void;

const CHAR_OID = 18;
const TEXT_OID = 25;
const charColumns = new WeakMap<object, number[]>();

/** Prisma's adapter does not know the catalogue's one-byte "char"; it is passed off as text and noted by row set. */
class CatalogueClient extends pg.Client {
  override query(...args: unknown[]): never {
    const last = args.at(-1);
    if (typeof last !== 'function') return (super.query as (...given: unknown[]) => never).apply(this, args);
    const relabelled: Callback = (error, result) => {
      const found: number[] = [];
      for (const [index, field] of (result?.fields ?? []).entries()) {
        if (field.dataTypeID !== CHAR_OID) continue;
        field.dataTypeID = TEXT_OID;
        found.push(index);
      }
      if (result && found.length > 0) charColumns.set(result.rows, found);
      (last as Callback)(error, result);
    };
    return (super.query as (...given: unknown[]) => never).apply(this, [...args.slice(0, -1), relabelled]);
  }
}

/**
 * Prisma's PostgreSQL adapter made fit for migrations. Scripts go to the server whole: the adapter would cut them at
 * every semicolon, also inside a function body. The shadow database has its own pool (a connection string would
 * override the database's name and replay the migrations on the real one) and is dropped after that pool has closed.
 */
export function migrationAdapter(url: string): MigrationAdapter {
  const pools: pg.Pool[] = [];
  const connect = async (database?: string): Promise<SqlDriverAdapter> => {
    const address = new URL(url);
    if (database) address.pathname = `/${database}`;
    const pool = new pg.Pool({ connectionString: address.href, Client: CatalogueClient });
    pool.on('error', () => undefined);
    pools.push(pool);
    const adapter = await new PrismaPg(pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const answer = await queryRaw(query);
      for (const index of charColumns.get(answer.rows) ?? [])
        answer.columnTypes[index] = ColumnTypeEnum.Character;
      return answer;
    };
    adapter.executeScript = async (script) => {
      await pool.query(script);
    };
    adapter.dispose = async () => {
      if (!pool.ended) await pool.end();
    };
    return adapter;
  };
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(),
    connectToShadowDb: async () => {
      const main = await connect();
      const name = `prisma_migrate_shadow_db_${randomUUID()}`;
      await main.executeScript(`create database "${name}" template template0`);
      const shadow = await connect(name);
      const close = shadow.dispose;
      shadow.dispose = async () => {
        await close();
        await main.executeScript(`drop database "${name}"`);
        await main.dispose();
      };
      return shadow;
    },
    close: async () => {
      for (const pool of pools) if (!pool.ended) await pool.end();
    },
  };
}
