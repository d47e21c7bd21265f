import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { ensureDatabase } from '@/server/db/connect';
import { startEmbeddedPostgres } from '@/server/db/embedded/embedded-postgres';
import { applyMigrations } from '@/server/db/schema-engine';

declare module 'vitest' {
  export interface ProvidedContext {
    templateUrl: string;
  }
}

/** One real PostgreSQL for the whole run, with a migrated template that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fengqu-test-'));
  const server = await startEmbeddedPostgres(folder, () => undefined);
  const template = new URL(server.url);
  template.pathname = '/fengqu_template';
  await ensureDatabase(template.href);
  await applyMigrations(template.href);
  const client = new pg.Client({ connectionString: template.href });
  await client.connect();
  // Test databases hold nothing worth a flush; without it the suite waits mostly for the disk.
  await client.query('alter system set fsync = off');
  await client.query('select pg_reload_conf()');
  await client.end();
  project.provide('templateUrl', template.href);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
