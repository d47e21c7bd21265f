import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/server/db/connect';
import { loadDivisions } from '@/server/divisions/load-divisions';
import { type DivisionTables, installedTables } from '@/server/divisions/read-packages';
import { freshDatabase } from './fresh-database';

async function row(db: Database, code: string) {
  const { rows } = await db.pool.query('select * from division where code = $1', [code]);
  return rows[0];
}

describe('loading the whole nation', () => {
  let db: Database;
  const told: string[] = [];
  const tell = (message: string) => void told.push(message);
  const guards = () =>
    db.pool
      .query(
        `select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = 'division'::regclass
         union all select indexdef from pg_indexes where tablename = 'division' order by 1`,
      )
      .then(({ rows }) => rows.map((each) => each.definition as string));
  beforeAll(async () => {
    db = await freshDatabase();
  });
  afterAll(() => db?.close());

  it('fills an empty table, each division under its parent, and tells how far it is', async () => {
    const guardsBefore = await guards();
    expect((await loadDivisions(db, tell)).outcome).toBe('FIRST');
    const { rows } = await db.pool.query(
      `select kind, count(*)::int from division where valid_to is null group by kind order by kind`,
    );
    expect(Object.fromEntries(rows.map((each) => [each.kind, each.count]))).toMatchObject({
      PROVINCE: 31,
      PREFECTURE: 333,
      COMMUNITY: 620_573,
    });
    expect(await row(db, '150121103')).toMatchObject({
      parent_code: '150121',
      path: '150000/150100/150121/150121103/',
      name: '台阁牧镇',
      pinyin: 'taigemuzhen',
    });
    expect((await row(db, '150121')).aliases).toContain('土左旗');
    expect(told.join('\n')).toContain('600,000 of 665,000');
    // Keys and indexes are set aside while the table is filled.
    expect(await guards()).toEqual(guardsBefore);
  });

  it('does nothing when the same data set is stored already', async () => {
    const before = told.length;
    expect(await loadDivisions(db, tell)).toMatchObject({ outcome: 'UNCHANGED', rows: 0 });
    expect(told.length).toBe(before);
  });
});

describe('a changed data set', () => {
  let db: Database;
  let folder: string;
  beforeAll(async () => {
    db = await freshDatabase();
    folder = mkdtempSync(path.join(tmpdir(), 'fengqu-divisions-'));
  });
  afterAll(async () => {
    await db?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The installed tables with the communities of 土默特左旗 only, as version `version`, their streets changed by `change`. */
  function tables(version: string, change: (streets: string) => string): DivisionTables {
    const installed = installedTables();
    const dist = path.join(folder, version, 'dist');
    mkdirSync(dist, { recursive: true });
    for (const file of ['provinces.csv', 'cities.csv', 'areas.csv']) {
      symlinkSync(path.join(installed.tables, file), path.join(dist, file));
    }
    writeFileSync(path.join(folder, version, 'package.json'), JSON.stringify({ version }));
    writeFileSync(
      path.join(dist, 'villages.csv'),
      'code,name\n150121103001,"台阁牧社区"\n659012504001,"一连生活区"\n',
    );
    writeFileSync(
      path.join(dist, 'streets.csv'),
      change(readFileSync(path.join(installed.tables, 'streets.csv'), 'utf8')),
    );
    return { tables: dist, codes: installed.codes };
  }
  const original = () => tables('1.0.0', (streets) => streets);
  const quiet = () => undefined;

  it('writes only what differs and keeps the row of a code that is gone', async () => {
    const first = original();
    await loadDivisions(db, quiet, first);
    await db.pool.query(
      `insert into user_account (id, name, display_name, password_hash, role, division_code, created_at)
       values (gen_random_uuid(), 'o', 'o', 'x', 'OFFICER', '659012504', now())`,
    );
    const changed = tables('1.1.0', (streets) =>
      streets.replace('150121103,"台阁牧镇"', '150121103,"台阁牧新镇"').replace(/^659012504,.*\n/m, ''),
    );

    const load = await loadDivisions(db, quiet, changed);

    // The renamed town, and the community that moved up from the street that is gone.
    expect(load).toMatchObject({ outcome: 'UPDATED', rows: 2, retired: 1 });
    expect(await row(db, '150121103')).toMatchObject({ name: '台阁牧新镇', short_name: '台阁牧新' });
    expect((await row(db, '659012504')).valid_to).not.toBeNull();
    expect(await row(db, '659012504001')).toMatchObject({ parent_code: '659012' });
    const { rows } = await db.pool.query('select division_code from user_account');
    expect(rows).toEqual([{ division_code: '659012504' }]);

    const back = await loadDivisions(db, quiet, first);
    expect(back).toMatchObject({ outcome: 'UPDATED', rows: 3, retired: 0 });
    expect((await row(db, '659012504')).valid_to).toBeNull();
  });

  it('leaves everything as it was when a table is malformed, and names the line', async () => {
    const first = { tables: path.join(folder, '1.0.0', 'dist'), codes: installedTables().codes };
    const broken = tables('1.2.0', (streets) =>
      streets.replace('150121103,"台阁牧镇"', '150121103;台阁牧镇'),
    );
    await expect(loadDivisions(db, quiet, broken)).rejects.toThrow(
      /streets\.csv, line \d+: expected code,"name"/,
    );
    expect(await row(db, '150121103')).toMatchObject({ name: '台阁牧镇', valid_to: null });
    expect(await loadDivisions(db, quiet, first)).toMatchObject({ outcome: 'UNCHANGED' });
  });
});
