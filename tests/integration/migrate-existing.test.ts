import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { programReason } from '@/domain/reason/program-reason';
import { sayReason } from '@/domain/reason/say-reason';
import { act } from '@/server/acts/act';
import { areaAudit } from '@/server/areas/area-audit';
import { areaHistory, areaVersions } from '@/server/areas/area-history';
import { areasAsOf } from '@/server/areas/areas-as-of';
import { recordInfection } from '@/server/areas/record-infection';
import { sweepDowngrades } from '@/server/areas/sweep-downgrades';
import { verifyAuditChain } from '@/server/audit/verify-chain';
import { systemViewer, type Viewer } from '@/server/auth/viewer';
import { type Database, openDatabase } from '@/server/db/connect';
import { applyMigrations } from '@/server/db/schema-engine';
import { listImports } from '@/server/ingest/list-imports';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../prisma/migrations');
/** The schema of 0.1. */
const FIRST = ['20261122000000_init', '20261122000100_guards', '20261122000200_drill_event'];
const LEDGER = `create table _prisma_migrations (
  id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
  logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0)`;

let db: Database;
let name: string;
const officer: Viewer = {
  kind: 'person',
  id: 'o',
  displayName: '值班员甲',
  role: 'OFFICER',
  scope: '370000/370700/',
};
const nation: Viewer = systemViewer('test');

async function maintain(statement: string): Promise<void> {
  const url = new URL(inject('templateUrl'));
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

const dump = gunzipSync(
  readFileSync(path.resolve(import.meta.dirname, 'fixtures/weifang-0.1.sql.gz')),
).toString('utf8');

/** The rows of a table as they stand in the dump, earliest id first. */
function dumpedRows(table: string): string[][] {
  const [, rows = ''] =
    new RegExp(`COPY ${table} \\(.*\\) FROM stdin;\\n([\\s\\S]*?)\\n\\\\\\.`).exec(dump) ?? [];
  return rows
    .split('\n')
    .map((row) => row.split('\t'))
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

const HOUR = /\d+年\d+月\d+日\d+时(?:\d+分)?/;

/** A database as 0.1 left it: the Weifang drill after some days of work (fixtures/weifang-0.1.sql.gz). */
async function restore(client: pg.Client): Promise<void> {
  await client.query(LEDGER);
  for (const migration of FIRST) {
    const sql = readFileSync(path.join(MIGRATIONS, migration, 'migration.sql'), 'utf8');
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       values (gen_random_uuid(), $1, now(), $2, 1)`,
      [createHash('sha256').update(sql).digest('hex'), migration],
    );
  }
  // Rows come as they were: no trigger chains or refuses them again.
  await client.query('set session_replication_role = replica');
  for (const part of dump.split('\\.\n')) {
    const [, statement, rows = ''] = /^\s*(COPY .*? FROM stdin);\n([\s\S]*)$/.exec(part) ?? [];
    if (statement) await pipeline([Buffer.from(rows)], client.query(copyFrom(statement)));
  }
}

/** The database of 0.1, with what `more` adds to it, migrated. */
async function existing(name: string, more = ''): Promise<Database> {
  await maintain(`create database ${name}`);
  const url = new URL(inject('templateUrl'));
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await restore(client);
  await client.query(more);
  await client.end();
  await applyMigrations(url.href);
  return openDatabase(url.href);
}

beforeAll(async () => {
  name = `test_existing_${process.pid}`;
  db = await existing(name);
});
afterAll(async () => {
  await db.close();
  await maintain(`drop database ${name} with (force)`);
});

const beijing = (text: string): number => Date.parse(`${text}+08:00`);
const count = async (sql: string): Promise<number> => {
  const { rows } = await db.pool.query<{ count: number }>(`select count(*)::int as count from ${sql}`);
  return rows[0]?.count ?? -1;
};

describe('a database of 0.1, the Weifang drill after four days', () => {
  it('is migrated with every row it had', async () => {
    const had = {
      area: 441,
      designation: 660,
      infection: 442,
      screening: 267,
      change_log: 904,
      discrepancy: 1658,
    };
    for (const [table, rows] of Object.entries(had))
      expect([table, await count(table)]).toEqual([table, rows]);
    expect(await count('drill_event')).toBe(317);
    expect(await count("list_import where status = 'APPLIED'")).toBe(2);
    expect(await count("list_import where status = 'HELD'")).toBe(1);
    expect(await count("list_import where status = 'REJECTED'")).toBe(1);
    expect(await count('user_account where active')).toBe(4);
    expect(await count('api_key where revoked_at is null')).toBe(1);
  });

  it('keeps its audit chain', async () => {
    expect(await verifyAuditChain(db)).toEqual({ rows: 479, brokenAt: null });
  });

  it('says what it said: what stood at an hour, as it was known then', async () => {
    const said = async (asOf: string, knownAt = asOf) =>
      (
        await areasAsOf(db, nation, {
          asOf: beijing(asOf),
          knownAt: beijing(knownAt),
          level: 'HIGH',
          limit: 1000,
        })
      ).length;
    // The 428 of the list of 1 December, 21时; an officer has ended and designated some by 21:05.
    expect(await said('2022-12-01T21:00:00')).toBe(428);
    expect(await said('2022-12-05T19:00:00')).toBeLessThan(428);
  });

  it('shows why a list was held as it said it then', async () => {
    const { imports } = await listImports({ db }, nation);
    const held = imports.filter(({ holds }) => holds.length > 0);
    expect(held.map(({ status }) => status)).toEqual(['HELD', 'REJECTED']);
    for (const { holds } of held) {
      expect(holds.map(({ text }) => text)).toEqual([
        {
          zh: '11处中有8处不再列出（72.7 %），超过40 %。',
          en: '8 of 11 places are gone (72.7 %), more than 40 %.',
        },
        {
          zh: '2个省份整体消失：河南省 4、湖北省 2。',
          en: '2 provinces left the list altogether: 河南省 4, 湖北省 2.',
        },
      ]);
    }
  });

  it('says of every closed row how it was closed, by whom and why; a withdrawal was told by the audit trail alone', async () => {
    const closed = await db.prisma.infection.findMany({ where: { recordedTo: { not: null } } });
    expect(closed.map((row) => [row.closedAs, row.closedReason])).toContainEqual(['WITHDRAWN', '录错小区']);
    const withdrawn = closed.filter((row) => row.closedAs === 'WITHDRAWN');
    expect(withdrawn.map((row) => [row.id, row.closedBy])).toEqual([
      ['01a20f02-0179-73db-b160-6361c45759e4', '01a20efd-72c2-78de-a9dd-a6a401084e73'],
    ]);
    for (const row of closed.filter((one) => one.closedAs === 'CORRECTED')) {
      expect(await db.prisma.infection.count({ where: { supersedesId: row.id } })).toBe(1);
    }
    expect(await count('designation where recorded_to is not null')).toBeGreaterThan(100);
    expect(await count("designation where recorded_to is not null and closed_as <> 'ENDED'")).toBe(0);
  });

  it('keeps as codes what the program said by itself, says it word for word, and leaves what people typed', async () => {
    const columns = /COPY designation \((.*)\) FROM stdin/.exec(dump)?.[1]?.split(', ') ?? [];
    const [id, reason, source] = ['id', 'reason', 'source'].map((column) => columns.indexOf(column));
    const dumped = dumpedRows('designation').map((row) => ({
      id: row[id ?? -1],
      reason: row[reason ?? -1] ?? '',
      kind: (JSON.parse(row[source ?? -1] ?? '{}') as { kind: string }).kind,
    }));
    const now = new Map((await db.prisma.designation.findMany()).map((row) => [row.id, row.reason]));
    const codes = new Set<string>();
    for (const row of dumped) {
      const kept = now.get(row.id ?? '') ?? '';
      // 0.1 called the end of a day 0时 of the next (decision 15); nothing else of a sentence differs.
      expect(sayReason(kept, 'zh').replace(HOUR, '')).toBe(row.reason.replace(HOUR, ''));
      if (row.kind === 'RULE' || row.kind === 'LIST') codes.add(programReason(kept)?.code ?? 'none');
      else expect(kept).toBe(row.reason);
    }
    expect([...codes].sort()).toEqual(['DRILL_LISTED', 'LIST_ENDS', 'LIST_NAMES', 'LOWERED_BY_RULE']);
    const closed = await db.prisma.designation.findMany({ where: { closedAs: 'ENDED' } });
    for (const row of closed) expect(row.closedReason).not.toMatch(/^已连续/);
    const lowered = await db.prisma.auditEntry.findFirstOrThrow({
      where: { action: 'AREA_LOWERED_BY_RULE' },
    });
    const [line] = (await areaAudit({ db }, nation, lowered.entityId)).filter(
      (one) => one.seq === Number(lowered.seq),
    );
    expect(sayReason(line?.reason ?? '', 'zh').replace(HOUR, '')).toBe(lowered.reason.replace(HOUR, ''));
    expect(sayReason(line?.reason ?? '', 'en')).toMatch(/no new infection for \d whole days/i);
  });

  it('keeps every area as it was, as the version of now', async () => {
    const had = dumpedRows('area').map(([id, , divisionCode, resolved, path, name, key, aliases, kind]) =>
      [id, divisionCode, resolved, path, name, key, aliases, kind].join('|'),
    );
    const told = (table: string) =>
      db.pool
        .query<{ said: string }>(
          `select concat_ws('|', ${table === 'area' ? 'id' : 'area_id'}, coalesce(division_code, '\\N'), left(resolved::text, 1),
                            written_path, name, name_key, aliases::text, kind) as said
           from ${table} ${table === 'area' ? '' : 'where recorded_to is null and valid_to is null'} order by 1`,
        )
        .then(({ rows }) => rows.map((row) => row.said));
    expect(await told('area')).toEqual(had.sort());
    expect(await told('area_version')).toEqual(had.sort());
  });

  it('knows where a place lay before an officer said it, and that it was not known', async () => {
    const at = beijing('2022-12-01T22:00:00');
    const xin = async (knownAt: number) =>
      (await areasAsOf(db, nation, { asOf: at, knownAt, q: '辛小区', limit: 9 })).map(
        ({ divisionCode, resolved }) => [divisionCode, resolved],
      );
    // The audit trail: resolved from 410100 to 410105 at 2022-12-02 17:04:59.164.
    expect(await xin(at)).toEqual([['410100', false]]);
    expect(await xin(beijing('2022-12-02T17:04:59.163'))).toEqual([['410100', false]]);
    expect(await xin(beijing('2022-12-02T17:04:59.164'))).toEqual([['410105', true]]);
    const [, before] = await areaVersions({ db }, '01a20f02-0084-7195-888e-a8efbcd7f8b4');
    expect(before).toMatchObject({ divisionCode: '410100', resolved: false, cause: 'ENTERED' });
  });

  it('goes on: what is recorded next is later than all of it, and the rule lowers nothing twice', async () => {
    const { rows } = await db.pool.query<{ latest: Date }>(
      'select max(recorded_at) as latest from change_log',
    );
    const latest = rows[0]?.latest.getTime() ?? 0;
    // The machine's clock stands before the last thing that was recorded.
    const clock = { now: () => latest - 3_600_000, drill: true };
    const context = { db, clock, downgrade: { request: async () => undefined } };
    const [area] = await areasAsOf(db, officer, { asOf: latest, knownAt: latest, level: 'HIGH', limit: 1 });
    const areaId = area?.id ?? '';
    await act(context, officer, recordInfection, {
      areaId,
      foundOn: '2022-12-05',
      count: 1,
      countsForDesignation: true,
      resetsClock: true,
      exclusion: null,
      reason: '迁移后检出',
    });
    const last = await db.prisma.changeLog.findFirstOrThrow({ orderBy: { seq: 'desc' } });
    expect(last).toMatchObject({ seq: 905n, subject: areaId });
    expect(last.recordedAt.getTime()).toBeGreaterThan(latest);
    const first = await sweepDowngrades(db, clock, 'test');
    expect(first.examined).toBeGreaterThan(0);
    expect((await sweepDowngrades(db, clock, 'test')).lowered).toBe(0);
    expect((await areaHistory(context, officer, areaId)).length).toBeGreaterThan(0);
    expect(await verifyAuditChain(db)).toMatchObject({ brokenAt: null });
  });
});

describe('renames of a database of 0.1', () => {
  const [first, second] = ['01a20f02-0084-7195-888e-a8efbcd7f8b4', dumpedRows('area').at(-1)?.[0] ?? ''];
  const body = {
    name: '辛家小区',
    previousName: '辛小区',
    aliases: ['辛小区'],
    divisionCode: '410105',
    cause: 'IMPORTED',
  };
  const renamed = { ...body, path: ['河南省', '郑州市', '金水区'] };
  const more = `
    update area set name = '辛家小区', name_key = '辛家小区', aliases = '{辛小区}' where id = '${first}';
    insert into area_name values
      ('${first}', '${first}', '辛小区', '2022-12-03 12:00+08', '改称'), ('${second}', '${second}', '旧称', '2022-12-04 12:00+08', '更名');
    insert into change_log values (905, 'fengqu.area.renamed.v1', '${first}', '2022-12-03 12:00+08', '2022-12-03 15:00+08',
                                   '${JSON.stringify(renamed)}');`;
  let other: Database;
  beforeAll(async () => {
    other = await existing(`${name}_renamed`, more);
  });
  afterAll(async () => {
    await other.close();
    await maintain(`drop database ${name}_renamed with (force)`);
  });

  it('become versions: with both instants where the log told them, with one where only the name was kept', async () => {
    const called = async (id: string) =>
      (await areaVersions({ db: other }, id))
        .filter((row) => row.recordedTo === null)
        .map((row) => [row.name, row.validFrom, row.recordedFrom, row.cause]);
    expect((await called(first)).slice(0, 1)).toEqual([
      ['辛家小区', beijing('2022-12-03T12:00:00'), beijing('2022-12-03T15:00:00'), 'RENAMED'],
    ]);
    const hour = beijing('2022-12-04T12:00:00');
    const [now, before] = await called(second);
    expect(now).toEqual([dumpedRows('area').at(-1)?.[5], hour, hour, 'RENAMED']);
    expect(before?.slice(0, 2)).toEqual(['旧称', null]);
    const said = async (asOf: number, knownAt: number) =>
      (await areasAsOf(other, nation, { asOf, knownAt, q: '辛', limit: 99 }))
        .filter(({ id }) => id === first)
        .map((area) => area.name);
    const day = beijing('2022-12-02T20:00:00');
    const noon = beijing('2022-12-03T13:00:00');
    const later = beijing('2022-12-03T16:00:00');
    expect(await said(day, later)).toEqual(['辛小区']);
    expect(await said(noon, noon)).toEqual(['辛小区']);
    expect(await said(noon, later)).toEqual(['辛家小区']);
  });
});
