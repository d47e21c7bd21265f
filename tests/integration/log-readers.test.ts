// Guarantee: whatever is done, in whatever order, the readers of the log say what the database holds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerArea } from '@/domain/lookup/answer-area';
import { answerDivision } from '@/domain/lookup/answer-division';
import { countsAt } from '@/domain/lookup/area/roll-up-at';
import { ordinalOf } from '@/domain/lookup/division/division-codes';
import { act } from '@/server/acts/act';
import { changeLevel } from '@/server/areas/change-level';
import { designateArea } from '@/server/areas/designate-area';
import { recordInfection } from '@/server/areas/record-infection';
import { recordScreening } from '@/server/areas/record-screening';
import { resolveArea } from '@/server/areas/resolve-area';
import { standingBoard } from '@/server/areas/standing-board';
import { sweepDowngrades } from '@/server/areas/sweep-downgrades';
import { systemViewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { Problem } from '@/server/errors';
import { buildSnapshot } from '@/server/feed/snapshot';
import { type ApiServer, beijing, startApi } from './api-server';
import { freshDatabase } from './fresh-database';
import { imported, type TypedList } from './import-fixture';
import { placeDivisions } from './places';

const ACTS = 1_000;
const HOUR = 3_600_000;
const nation = systemViewer('test');
const MATCH = { type: 'code', score: 1 } as const;

let db: Database;
let api: ApiServer;
beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  await db.prisma.setting.create({ data: { key: 'home.division', value: '370700' } });
  api = await startApi(db, beijing('2022-12-01T09:00:00'));
});
afterAll(async () => {
  await api.stop();
  await db.close();
});

/** The same numbers on every run. */
function chance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  return { below, of: <T>(list: readonly T[]): T => list[below(list.length)] as T };
}

const { below, of } = chance(20_221_201);

const OWN = ['370700', '370703', '370705'];
const LISTED = ['内蒙古自治区 呼和浩特市 新城区', '内蒙古自治区 呼和浩特市 ', '无此省 无此市 无此县'];
const place = () => `第${below(12) + 1}小区${below(3) + 1}号楼`;
const listed = () => {
  const name = `${of(['东村', '西村', '南街小区'])}${below(6) + 1}号楼`;
  // Lists reword: 号楼 and 栋 are one place.
  return `${of(LISTED)}|${below(4) === 0 ? name.replace('号楼', '栋') : name}`;
};

const ACT = {
  async designate() {
    const divisionCode = of(OWN);
    const effectiveAt = api.clock.at + (below(5) - 3) * HOUR;
    const level = of(['HIGH', 'MEDIUM'] as const);
    await act(api.context, nation, designateArea, {
      divisionCode,
      name: place(),
      level,
      effectiveAt,
      reason: '流调',
    });
  },
  async change() {
    const area = await anArea(true);
    const to = of(['HIGH', 'MEDIUM', 'LOW'] as const);
    const effectiveAt = api.clock.at + (below(4) - 2) * HOUR;
    const expectedDesignationId = area.designations[0]?.id ?? null;
    await act(api.context, nation, changeLevel, {
      areaId: area.id,
      to,
      effectiveAt,
      reason: '评估',
      expectedDesignationId,
    });
  },
  async infection() {
    const { id: areaId } = await anArea(true);
    const foundOn = new Date(api.clock.at - below(3) * 24 * HOUR).toISOString().slice(0, 10);
    const counts = { count: 1, countsForDesignation: true, resetsClock: true, exclusion: null };
    await act(api.context, nation, recordInfection, { areaId, foundOn, ...counts, reason: '检出' });
  },
  async round() {
    const { id: areaId } = await anArea(true);
    const figures = { target: 100, tested: 100, positive: 0, note: '' };
    const [windowFrom, windowTo] = [api.clock.at - 6 * HOUR, api.clock.at - HOUR];
    await act(api.context, nation, recordScreening, { areaId, windowFrom, windowTo, ...figures });
  },
  async resolve() {
    const areas = await db.prisma.area.findMany({ where: { resolved: false }, orderBy: { id: 'asc' } });
    const areaId = of(areas)?.id ?? '';
    await act(api.context, nation, resolveArea, {
      areaId,
      divisionCode: of(['150102', '150100']),
      reason: '核实',
    });
  },
  async list() {
    // Of the present hour, of one named before, or older.
    const hour = Math.floor(api.clock.at / HOUR) * HOUR - below(3) * HOUR;
    const [day, clock] = new Date(hour + 8 * HOUR).toISOString().split('T') as [string, string];
    const lines = (most: number) => Array.from({ length: below(most) }, listed);
    const list: TypedList = {
      hour: `${day} ${Number(clock.slice(0, 2))}时`,
      high: lines(18),
      medium: lines(6),
    };
    const first = await imported(api.context, list);
    if (first.status === 'HELD') await imported(api.context, list, '已核实');
  },
  async sweep() {
    await sweepDowngrades(db, api.context.clock, 'test');
  },
  async time() {
    api.clock.at += below(3) * HOUR;
  },
};
/** Lists of one hour, one after the other, are what once left levels behind. */
const TURNS = [
  'designate',
  'designate',
  'change',
  'change',
  'change',
  'infection',
  'round',
  'list',
  'list',
] as const;
const RARE = ['resolve', 'sweep', 'time', 'time'] as const;

/** An identity two areas would bear (23505): refused, nothing changed. */
const refusedByDatabase = (error: unknown) => (error as { code?: string }).code === '23505';

async function anArea(own: boolean) {
  const areas = await db.prisma.area.findMany({
    where: { authority: { own } },
    include: { designations: { where: { recordedTo: null, validTo: null } } },
    orderBy: { id: 'asc' },
  });
  if (areas.length === 0) throw new Problem('not-found', 'No area yet.');
  return of(areas);
}

describe('readers of the log', () => {
  it(`agree with the database throughout ${ACTS} acts and lists`, { timeout: 1_800_000 }, async () => {
    const done: Record<string, number> = {};
    for (let n = 1; n <= ACTS; n += 1) {
      const turn = below(4) === 0 ? of(RARE) : of(TURNS);
      try {
        await ACT[turn]();
        done[turn] = (done[turn] ?? 0) + 1;
      } catch (error) {
        if (!(error instanceof Problem) && !refusedByDatabase(error)) throw error;
      }
      await compareEvents(n, n % 5 === 0);
      if (n % 25 === 0) await compare(n);
    }
    await api.rt.lookup.check();
    expect(api.rt.lookup.selfCheck).toMatchObject({ version: api.rt.log.head, ok: true, rebuilds: 0 });
    // Refusals are many, but every kind of act must have had its part.
    for (const turn of Object.keys(ACT)) expect([turn, done[turn] ?? 0]).toSatisfy(([, count]) => count >= 5);
    const { rows } = await db.pool.query(
      'select count(*)::int as count from designation where valid_from = valid_to',
    );
    expect(rows[0].count).toBe(0);
  });
});

let seen = 0;
const told = new Map<string, string>();

/**
 * Every event begins at what was last told of its area. With `ends`, those of the last act end at what the look-up then
 * answers; to wait for it after every act would take minutes.
 */
async function compareEvents(n: number, ends: boolean): Promise<void> {
  const { rows } = await db.pool.query<{
    seq: string;
    subject: string;
    at: Date;
    from: string | null;
    to: string;
  }>(
    `select seq, subject, greatest(effective_at, recorded_at) as at, data->'level'->>'from' as "from",
            data->'level'->>'to' as "to"
     from change_log where seq > $1 and type = 'fengqu.area-status.changed.v1' order by seq`,
    [seen],
  );
  if (rows.length === 0) return;
  if (ends) await api.caughtUp();
  const { index } = api.rt.lookup;
  for (const { seq, subject, at, from, to } of rows) {
    expect({ n, seq, from }).toEqual({ n, seq, from: told.get(subject) ?? null });
    told.set(subject, to);
    seen = Number(seq);
    if (!ends) continue;
    const asked = { at: at.getTime(), lookbackDays: 1 };
    const level = answerArea(index, subject, asked, MATCH)?.level ?? (await groundLevel(subject, asked));
    expect({ n, seq, to }).toEqual({ n, seq, to: level });
  }
}

/** Of an area of which no level is recorded any more. */
async function groundLevel(areaId: string, asked: { at: number; lookbackDays: number }): Promise<string> {
  const area = await db.prisma.area.findUniqueOrThrow({ where: { id: areaId } });
  const ground = answerDivision(api.rt.lookup.index, area.divisionCode ?? '', asked, {
    ...MATCH,
    type: 'address',
  });
  return ground === null || ground.divisionKind === 'PREFECTURE' ? 'UNKNOWN' : ground.level;
}

async function compare(n: number): Promise<void> {
  await api.caughtUp();
  const { at } = api.clock;
  const { index } = api.rt.lookup;
  const { plain } = await buildSnapshot(index, at, { dataAgeSeconds: 0, stale: false });
  const written = JSON.parse(plain.toString()) as { areas: Record<string, unknown>[] };
  const told = written.areas
    .map(({ id, divisionCode, name, aliases, statuses }) => ({ id, divisionCode, name, aliases, statuses }))
    .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  expect({ n, areas: told }).toEqual({ n, areas: await recordedStatuses(at) });
  for (const row of await recordedCounts(at)) {
    const counts = countsAt(index, ordinalOf(index.divisions, row.code), at);
    expect({ n, code: row.code, ...counts }).toEqual({ n, ...row });
  }
  const board = await standingBoard(db, api.context.clock);
  const standing = board.areas.map(({ areaId, level, since }) => `${areaId} ${level} ${since}`).sort();
  expect({ n, standing }).toEqual({ n, standing: await recordedStanding(at) });
}

async function recordedStatuses(at: number): Promise<unknown[]> {
  const { rows } = await db.pool.query<{
    id: string;
    divisionCode: string | null;
    name: string;
    aliases: string[];
    levels: { level: string; from: string; to: string | null }[];
  }>(
    `select a.id, a.division_code as "divisionCode", a.name, a.aliases,
            json_agg(json_build_object('level', d.level, 'from', d.valid_from, 'to', d.valid_to) order by d.valid_from) as levels
     from area a join designation d on d.area_id = a.id
     where d.recorded_to is null and (d.valid_to is null or d.valid_to > $1) group by a.id order by a.id::text`,
    [new Date(at)],
  );
  const iso = (time: string) => new Date(time).toISOString();
  return rows.map(({ levels, ...area }) => ({
    ...area,
    statuses: levels.map(({ level, from, to }) => ({ level, since: iso(from), until: to && iso(to) })),
  }));
}

async function recordedCounts(at: number): Promise<{ code: string; HIGH: number; MEDIUM: number }[]> {
  const { rows } = await db.pool.query(
    `select upper.code, count(*) filter (where d.level = 'HIGH')::int as "HIGH",
            count(*) filter (where d.level = 'MEDIUM')::int as "MEDIUM"
     from division upper
     left join division below on starts_with(below.path, upper.path)
     left join area a on a.division_code = below.code
     left join designation d on d.area_id = a.id and d.recorded_to is null and d.valid_from <= $1
                            and (d.valid_to is null or d.valid_to > $1)
     group by 1 order by 1`,
    [new Date(at)],
  );
  return rows;
}

async function recordedStanding(at: number): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string; level: string; since: Date }>(
    `select area_id as id, level, valid_from as since from designation
     where recorded_to is null and valid_from <= $1 and (valid_to is null or valid_to > $1)`,
    [new Date(at)],
  );
  return rows.map(({ id, level, since }) => `${id} ${level} ${since.getTime()}`).sort();
}
