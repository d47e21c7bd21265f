// node scripts/run-ts.mjs tests/bench/import.ts [FILE]: dry run and apply of the peak national list, beside COPY of the
// same rows in the same run. Prints a table and one line of JSON; asserts nothing.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { act } from '@/server/acts/act';
import { systemViewer } from '@/server/auth/viewer';
import { type Database, ensureDatabase, openDatabase } from '@/server/db/connect';
import { startEmbeddedPostgres } from '@/server/db/embedded/embedded-postgres';
import { applyMigrations } from '@/server/db/schema-engine';
import { loadDivisions } from '@/server/divisions/load-divisions';
import { applyList } from '@/server/ingest/apply-list';
import { confirmHeldList } from '@/server/ingest/confirm-held-list';
import { divisionBook } from '@/server/ingest/division-book';
import { previewList } from '@/server/ingest/preview-list';
import { loadReference } from '@/server/start/load-reference';

const DATA = process.env.REAL_DATA_DIR ?? path.resolve('../shared/data');
const FILE = process.argv[2] ?? path.join(DATA, 'national/2022120211-555dda72.json');
const NEXT = path.join(DATA, 'national/2022120911-35da3502.json');
const TABLES = ['area', 'area_version', 'designation', 'change_log'];

const took = new Map<string, number>();
async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  took.set(name, performance.now() - began);
  return result;
}

async function importFile(db: Database, name: string, file: string, hour: string) {
  const context = {
    db,
    clock: { now: () => Date.parse(hour), drill: false },
    downgrade: { request: async () => undefined },
  };
  const viewer = systemViewer('bench');
  const bytes = readFileSync(file);
  const preview = await timed(`${name}: dry run`, () =>
    previewList(context, viewer, { bytes, fileName: path.basename(file) }),
  );
  const outcome = await timed(`${name}: apply`, async () => {
    const offered = await act(context, viewer, applyList, { preview: preview });
    if (offered.status !== 'HELD') return offered;
    const second = { ...viewer, id: 'bench-second' };
    return act(context, second, confirmHeldList, {
      importId: offered.importId,
      reason: 'bench',
      seen: preview,
    });
  });
  console.log(name, JSON.stringify(outcome));
}

/** COPY of the rows just written, out and in again: into bare tables, and into tables with the same keys and indexes. */
async function copyRows(db: Database, name: string, like: string) {
  const client = await db.pool.connect();
  try {
    let total = 0;
    for (const table of TABLES) {
      const chunks: Buffer[] = [];
      for await (const chunk of client.query(copyTo(`copy ${table} to stdout`))) chunks.push(chunk as Buffer);
      await client.query(`create table copy_${table} (like ${table} ${like})`);
      const began = performance.now();
      await pipeline(chunks, client.query(copyFrom(`copy copy_${table} from stdin`)));
      total += performance.now() - began;
      await client.query(`drop table copy_${table}`);
    }
    took.set(name, total);
  } finally {
    client.release();
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'fengqu-bench-'));
const server = await startEmbeddedPostgres(folder, () => undefined);
try {
  await ensureDatabase(server.url);
  await applyMigrations(server.url);
  const db = openDatabase(server.url);
  await loadReference(db);
  await loadDivisions(db, () => undefined);
  await timed('division book (once a process)', () => divisionBook(db));
  await importFile(db, 'peak list on an empty state', FILE, '2022-12-02T12:00:00+08:00');
  await copyRows(db, 'COPY, bare tables', '');
  await copyRows(db, 'COPY, same keys and indexes', 'including indexes');
  await importFile(db, 'a week later', NEXT, '2022-12-09T12:00:00+08:00');
  await db.close();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
for (const [name, ms] of took) console.log(`${name.padEnd(44)} ${ms.toFixed(0).padStart(7)} ms`);
console.log(JSON.stringify({ bench: 'import', ms: Object.fromEntries(took) }));
