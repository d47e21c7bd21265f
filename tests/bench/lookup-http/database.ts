import { mkdirSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
import { act } from '@/server/acts/act';
import { createKey } from '@/server/auth/create-key';
import { systemViewer } from '@/server/auth/viewer';
import { systemClock } from '@/server/clock/clock';
import { type Database, ensureDatabase, openDatabase } from '@/server/db/connect';
import { startEmbeddedPostgres } from '@/server/db/embedded/embedded-postgres';
import { applyMigrations } from '@/server/db/schema-engine';
import { loadDivisions } from '@/server/divisions/load-divisions';
import { applyList } from '@/server/ingest/apply-list';
import { previewList } from '@/server/ingest/preview-list';
import { peopleAt } from '@/server/service-context';
import { loadReference } from '@/server/start/load-reference';
import { peakList } from './peak-list';

/** The nation and its peak list in a real PostgreSQL, kept between runs. */
export interface BenchDatabase {
  url: string;
  db: Database;
  /** A bearer key that may look up. */
  key: string;
  /** Where the list came from. */
  list: string;
  stop(): Promise<void>;
}

const CONTEXT = {
  clock: { now: () => Date.parse('2022-12-02T12:00:00+08:00'), drill: false },
  downgrade: { request: async () => undefined },
};

export async function benchDatabase(folder: string, tell: (step: string) => void): Promise<BenchDatabase> {
  mkdirSync(folder, { recursive: true });
  const server = await startEmbeddedPostgres(folder, tell);
  await ensureDatabase(server.url);
  await applyMigrations(server.url);
  const db = openDatabase(server.url);
  await loadReference(db);
  await loadDivisions(db, tell);
  const list = await peakList(db);
  if ((await db.prisma.area.count()) === 0) {
    tell(`Importing ${list.name}`);
    const context = { db, ...CONTEXT };
    const viewer = systemViewer('bench');
    const preview = await previewList(context, viewer, { bytes: list.bytes, fileName: 'list.json' });
    await act(context, viewer, applyList, { preview: preview });
  }
  const name = `bench ${uuidv7()}`;
  const { secret } = await act(peopleAt(db, systemClock), systemViewer('bench'), createKey, {
    name,
    scopes: ['lookup:read'],
  });
  return {
    url: server.url,
    db,
    key: secret,
    list: list.name,
    stop: async () => {
      await db.pool.query('delete from api_key where name = $1', [name]);
      await db.close();
      await server.stop();
    },
  };
}
