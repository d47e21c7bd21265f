import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm';
import { PROJECT_ROOT } from '@/server/config';
import { migrationAdapter } from './migration-adapter';

const MIGRATIONS = path.join(PROJECT_ROOT, 'prisma/migrations');
const SCHEMA = path.join(PROJECT_ROOT, 'prisma/schema');

type EngineModule = { SchemaEngine: typeof SchemaEngine; __wbg_set_wasm(exports: WebAssembly.Exports): void };
let loaded: EngineModule | undefined;

/** Prisma's schema engine as WebAssembly: no engine binary is downloaded, and `_prisma_migrations` stays standard. */
async function loadEngine(): Promise<EngineModule> {
  if (loaded) return loaded;
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as EngineModule;
  const file = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')),
    'schema_engine_bg.wasm',
  );
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  loaded = glue;
  return glue;
}

function migrationList(): MigrationList {
  const folders = existsSync(MIGRATIONS)
    ? readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: folders
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: readFileSync(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8') },
        },
      })),
  };
}

function schemaFiles(): SchemasContainer {
  const files = readdirSync(SCHEMA).filter((name) => name.endsWith('.prisma'));
  return {
    files: files.map((name) => ({
      path: path.join(SCHEMA, name),
      content: readFileSync(path.join(SCHEMA, name), 'utf8'),
    })),
  };
}

const filters = { externalTables: [], externalEnums: [] };

async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  const factory = migrationAdapter(url);
  const datamodels = schemaFiles().files.map((file): [string, string] => [file.path, file.content]);
  const engine = await SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await factory.close();
  }
}

/** Apply every migration not yet applied. @returns the names applied, in order. */
export function applyMigrations(url: string): Promise<string[]> {
  return withEngine(url, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(),
      filters,
    });
    return appliedMigrationNames;
  });
}

/** Where the database stands against the migrations: names not applied, edited after the fact, or failed. */
export function migrationStatus(
  url: string,
): Promise<{ pending: string[]; edited: string[]; failed: string[] }> {
  return withEngine(url, async (engine) => {
    const found = await engine.diagnoseMigrationHistory({
      migrationsList: migrationList(),
      optInToShadowDatabase: false,
      filters,
    });
    const { history } = found;
    const pending = history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [];
    return { pending, edited: found.editedMigrationNames, failed: found.failedMigrationNames };
  });
}

/** The SQL that leads from the migrations to the schema files; empty when they agree. Uses a shadow database. */
export function pendingSchemaSql(url: string): Promise<string> {
  return withEngine(url, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationList() },
      to: { tag: 'schemaDatamodel', ...schemaFiles() },
      script: true,
      exitCode: null,
      filters,
    });
    return /^-- This is an empty migration/m.test(stdout ?? '') ? '' : (stdout ?? '');
  });
}
