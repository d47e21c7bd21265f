import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import type { Database } from '@/server/db/connect';
import { inSharedMemory, readIndexFile, writeIndexFile } from './index-file';
import { readDivisionIndex } from './read-division-index';

const PREFIX = 'divisions-';

/**
 * The index over all divisions: from the file an earlier start left, where it was made from the same data by the same
 * program; else built from the database, and the file is left for the next start. Building takes seconds, reading a
 * tenth of one. The file is a convenience: whatever is wrong with it, the index is built. Its arrays lie in memory that
 * threads can share.
 * @param folder where the file stands; null builds always.
 */
export async function keptDivisionIndex(db: Database, folder: string | null): Promise<DivisionIndex> {
  const mark = folder && (await markOf(db));
  if (!folder || !mark) return inSharedMemory(await readDivisionIndex(db));
  const file = path.join(folder, `${PREFIX}${mark}.index`);
  const kept = (await readIndexFile(file).catch(() => null)) as DivisionIndex | null;
  if (kept) return kept;
  const built = inSharedMemory(await readDivisionIndex(db));
  void leave(folder, file, built).catch(() => undefined);
  return built;
}

/** Of the data (what was loaded, and when) and of the program; null when no data set was loaded. */
async function markOf(db: Database): Promise<string | null> {
  const { rows } = await db.pool.query<{ said: string }>(
    "select value::text || ' ' || updated_at::text as said from setting where key = 'divisions.version'",
  );
  const said = rows[0]?.said;
  if (said === undefined) return null;
  // This file is bundled; the bundle names its other parts by what is in them, so it stands for all of the program.
  const program = await readFile(import.meta.filename);
  return createHash('sha256').update(said).update(program).digest('hex').slice(0, 24);
}

async function leave(folder: string, file: string, index: DivisionIndex): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (name.startsWith(PREFIX)) await rm(path.join(folder, name), { force: true });
  }
  await writeIndexFile(file, index);
}
