import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { changeLevel } from '@/server/areas/change-level';
import { dashboard } from '@/server/areas/dashboard';
import { designateArea } from '@/server/areas/designate-area';
import { listAreas } from '@/server/areas/list-areas';
import { recordInfection } from '@/server/areas/record-infection';
import { recordScreening } from '@/server/areas/record-screening';
import { standingBoard } from '@/server/areas/standing-board';
import { sweepDowngrades } from '@/server/areas/sweep-downgrades';
import type { Viewer } from '@/server/auth/viewer';
import { type Database, openDatabase } from '@/server/db/connect';
import type { ServiceContext } from '@/server/service-context';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

const beijing = (text: string): number => Date.parse(`${text}+08:00`);
let db: Database;
let now = beijing('2022-11-26T20:00:00');
let context: ServiceContext;
const clock = { now: () => Math.max(now, db.recorded.at), drill: false };
const officer: Viewer = {
  kind: 'person',
  id: 'o',
  displayName: '值班员甲',
  role: 'OFFICER',
  scope: '370000/370700/',
};
const nation: Viewer = { ...officer, id: 'n', role: 'ADMIN', scope: '' };
const outsider: Viewer = { ...officer, id: 'x', scope: '150000/150100/' };

beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  await db.prisma.setting.create({ data: { key: 'home.division', value: '370700' } });
  context = { db, clock, downgrade: { request: async () => undefined } };
});
afterAll(() => db.close());

async function designate(name: string, more: { divisionCode?: string; effectiveAt?: number } = {}) {
  const given = { divisionCode: '370703', level: 'HIGH' as const, effectiveAt: now, reason: '发现感染者' };
  return (await act(context, nation, designateArea, { ...given, name, ...more })).areaId;
}

/** What stands according to a process that has seen nothing before, and reads everything. */
async function readAnew() {
  const other = openDatabase(db.url);
  const board = await standingBoard(other, clock);
  await other.close();
  return byId(board.areas);
}

const byId = <T extends { areaId: string }>(areas: readonly T[]) =>
  areas.toSorted((a, b) => (a.areaId < b.areaId ? -1 : 1));

async function expectUpToDate() {
  const { areas } = await standingBoard(db, clock);
  expect(byId(areas)).toEqual(await readAnew());
}

describe('the board of what stands', () => {
  it('follows every act without reading everything again', async () => {
    await expectUpToDate();
    const first = await designate('元和新城1号楼');
    await expectUpToDate();
    const second = await designate('元和新城2号楼');
    await act(context, officer, recordInfection, {
      areaId: second,
      foundOn: '2022-11-26',
      count: 2,
      countsForDesignation: true,
      resetsClock: true,
      exclusion: null,
      reason: '筛查发现',
    });
    await expectUpToDate();
    await act(context, officer, changeLevel, {
      areaId: first,
      expectedDesignationId:
        (await db.prisma.designation.findFirst({ where: { areaId: first } }))?.id ?? null,
      to: 'LOW',
      effectiveAt: now + 1,
      reason: '经研判误划',
    });
    now += 1000;
    await expectUpToDate();
    expect((await standingBoard(db, clock)).areas.map((area) => area.areaId)).toEqual([second]);
  });

  it('lets a level begin at its hour though the log says nothing new at that hour', async () => {
    const later = await designate('元和新城3号楼', { effectiveAt: now + 30_000 });
    const standing = async () => (await standingBoard(db, clock)).areas.some((area) => area.areaId === later);
    expect(await standing()).toBe(false);
    now += 30_000;
    expect(await standing()).toBe(true);
  });

  it('decides anew as time passes', async () => {
    const counted = async () =>
      (await standingBoard(db, clock)).areas.map((area) => area.decision?.counting?.completed);
    expect(await counted()).toEqual([0, 0]);
    now = beijing('2022-11-29T09:00:00');
    expect(await counted()).toEqual([2, 2]);
  });
});

describe('the dashboard', () => {
  it('counts what began and ended since yesterday 24时, the lowering at 24时 itself included', async () => {
    now = beijing('2022-12-01T13:00:00');
    const [area] = (await standingBoard(db, clock)).areas;
    if (!area) throw new Error('no area stands');
    await act(context, officer, recordScreening, {
      areaId: area.areaId,
      windowFrom: beijing('2022-12-01T07:00:00'),
      windowTo: beijing('2022-12-01T12:00:00'),
      target: 86,
      tested: 86,
      positive: 0,
      note: '',
    });
    expect(await dashboard(context, officer, '370700')).toMatchObject({
      due: { today: 2, lacking: 0, late: 0 },
    });
    now = beijing('2022-12-02T00:00:00');
    expect(await dashboard(context, officer, '370700')).toMatchObject({
      due: { late: 1, lacking: 1 },
      longestLateMs: 0,
    });
    await sweepDowngrades(db, clock, 'test');
    now = beijing('2022-12-02T08:00:00');
    await designate('元和新城4号楼');
    const seen = await dashboard(context, officer, '370700');
    expect(seen).toMatchObject({
      home: { code: '370700' },
      counts: { HIGH: 2, MEDIUM: 0 },
      today: { HIGH: { began: 1, ended: 1 } },
      due: { late: 0, lacking: 1 },
      waitingTotal: 1,
    });
    expect(seen.changes.map(({ cause, to, count }) => [cause, to, count]).slice(0, 2)).toEqual([
      ['DESIGNATED', 'HIGH', 1],
      ['LOWERED_BY_RULE', 'LOW', 1],
    ]);
  });

  it('gives rows by county whose sums are the figures, and the same to the map', async () => {
    await designate('樱园小区5号楼', { divisionCode: '370705' });
    const { rows, places, counts } = await dashboard(context, officer, '370700');
    expect(rows.map(({ name, above, HIGH, began, ended }) => [name, above, HIGH, began, ended])).toEqual([
      ['寒亭区', '山东省 潍坊市', 2, 1, 1],
      ['奎文区', '山东省 潍坊市', 1, 1, 0],
    ]);
    expect(counts.HIGH).toBe(3);
    expect(places.toSorted((a, b) => (a.code < b.code ? -1 : 1))).toEqual([
      { code: '370703', HIGH: 2, MEDIUM: 0 },
      { code: '370705', HIGH: 1, MEDIUM: 0 },
    ]);
  });

  it('leaves areas outside the home division out of every figure and says how many they are', async () => {
    await designate('府兴社区', { divisionCode: '150102' });
    expect(await dashboard(context, nation, '370700')).toMatchObject({ counts: { HIGH: 3 }, elsewhere: 1 });
    expect(await dashboard(context, officer, '370700')).toMatchObject({ counts: { HIGH: 3 }, elsewhere: 0 });
    expect(await dashboard(context, outsider, '150100')).toMatchObject({
      home: { code: '150100' },
      counts: { HIGH: 1 },
      changes: [{ name: '府兴社区' }],
    });
  });

  it('is about the nation by prefecture without a home division', async () => {
    const { home, counts, rows } = await dashboard(context, nation, null);
    expect({ home, counts }).toMatchObject({ home: null, counts: { HIGH: 4 } });
    expect(rows.map(({ code, HIGH }) => [code, HIGH])).toEqual([
      ['370700', 3],
      ['150100', 1],
    ]);
  });
});

describe('the list of areas', () => {
  it('filters, and shows an outsider nothing of what lies elsewhere', async () => {
    const names = async (viewer: Viewer, filter: Parameters<typeof listAreas>[2]) =>
      (await listAreas(context, viewer, filter)).areas.map((area) => area.name);
    expect(await names(officer, { division: '370705' })).toEqual(['樱园小区5号楼']);
    expect(await names(officer, { due: 'any' })).toEqual(await names(officer, { due: 'lacking' }));
    expect(await names(officer, { q: '奎文区 樱园' })).toEqual(['樱园小区5号楼']);
    expect(await names(outsider, { division: '370705' })).toEqual([]);
    expect(await names(nation, { sort: 'division' })).toHaveLength(4);
    expect((await names(nation, { sort: 'division' }))[0]).toBe('府兴社区');
    expect((await names(nation, { sort: 'name', descending: true }))[0]).toBe('元和新城4号楼');
  });
});
