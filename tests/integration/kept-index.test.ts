import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ordinalOf } from '@/domain/lookup/division/division-codes';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import { nameOf, pathOf } from '@/domain/lookup/division/division-parts';
import type { Database } from '@/server/db/connect';
import { readIndexFile, writeIndexFile } from '@/server/lookup/index-file';
import { keptDivisionIndex } from '@/server/lookup/kept-division-index';
import { readDivisionIndex } from '@/server/lookup/read-division-index';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

let db: Database;
let folder: string;

beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  await db.pool.query(`update division set aliases = '{土左旗,"土默特"}' where code = '150102'`);
});
afterAll(() => db.close());
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'fengqu-index-'));
  await loaded('2023.1');
  return () => rmSync(folder, { recursive: true, force: true });
});

/** As `loadDivisions` marks the data set it has loaded. */
async function loaded(version: string): Promise<void> {
  await db.pool.query(
    `insert into setting (key, value, updated_at) values ('divisions.version', to_jsonb($1::text), now())
     on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`,
    [version],
  );
}

async function fileLeft(): Promise<string> {
  for (;;) {
    const [name] = readdirSync(folder).filter((one) => one.endsWith('.index'));
    if (name) return path.join(folder, name);
    await new Promise((go) => setTimeout(go, 10));
  }
}

describe('the index over divisions kept between starts', () => {
  it('is the same from its file as from the database, and the file is what is read', async () => {
    const built = await keptDivisionIndex(db, folder);
    const file = await fileLeft();
    const kept = await keptDivisionIndex(db, folder);
    expect(kept).toEqual(built);
    expect(kept).toEqual(await readDivisionIndex(db));
    const ordinal = ordinalOf(kept, '150102');
    expect(nameOf(kept, ordinal)).toBe('新城区');
    expect(pathOf(kept, ordinal).map((step) => step.name)).toEqual(['内蒙古自治区', '呼和浩特市', '新城区']);
    expect(kept.details.get(ordinal)?.aliases).toEqual(['土左旗', '土默特']);

    const marked = { ...built, duplicates: ['read from the file'] };
    await writeIndexFile(file, marked);
    expect((await keptDivisionIndex(db, folder)).duplicates).toEqual(['read from the file']);
  });

  it('is built anew, and the old file taken away, once other data are loaded', async () => {
    await keptDivisionIndex(db, folder);
    const before = await fileLeft();
    await loaded('2024.1');
    await db.pool.query(`update division set name = '新城新区' where code = '150102'`);
    const index = await keptDivisionIndex(db, folder);
    expect(nameOf(index, ordinalOf(index, '150102'))).toBe('新城新区');
    await db.pool.query(`update division set name = '新城区' where code = '150102'`);
    while ((await fileLeft()) === before) await new Promise((go) => setTimeout(go, 10));
    expect(readdirSync(folder).filter((one) => one.endsWith('.index'))).toHaveLength(1);
  });

  it('is built where the file is cut short, is something else, or may not be written', async () => {
    const built = await keptDivisionIndex(db, folder);
    const file = await fileLeft();
    truncateSync(file, readFileSync(file).length - 8);
    expect(await keptDivisionIndex(db, folder)).toEqual(built);
    writeFileSync(file, 'something else entirely');
    expect(await keptDivisionIndex(db, folder)).toEqual(built);
    expect(await keptDivisionIndex(db, '/proc/nowhere')).toEqual(built);
    expect(await keptDivisionIndex(db, null)).toEqual(built);
  });
});

describe('a file of large arrays', () => {
  it('keeps every kind of array, empty ones, lists and maps', async () => {
    const data = {
      bytes: Uint8Array.of(1, 2, 3),
      units: Uint16Array.of(65_535),
      nothing: new Uint32Array(0),
      signed: Int32Array.of(-1, 7),
      inner: { keys: Float64Array.of(370_703.5, -0) },
      names: new Map([[3, { aliases: ['土左旗'] }]]),
      list: [{ a: null }, undefined],
      size: 4,
    };
    const file = path.join(folder, 'x');
    await writeIndexFile(file, data);
    expect(await readIndexFile(file)).toEqual(data);
  });

  it('refuses what is no plain data and leaves nothing behind', async () => {
    const file = path.join(folder, 'x');
    const data = { of: (index: DivisionIndex) => index };
    await expect(writeIndexFile(file, data)).rejects.toThrow('could not be cloned');
    expect(readdirSync(folder)).toEqual([]);
  });
});
