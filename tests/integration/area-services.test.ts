import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DesignateAreaInput } from '@/domain/acts/area';
import { act } from '@/server/acts/act';
import { areaDetail } from '@/server/areas/area-detail';
import { areaHistory } from '@/server/areas/area-history';
import { changeLevel } from '@/server/areas/change-level';
import { designateArea } from '@/server/areas/designate-area';
import { recordInfection } from '@/server/areas/record-infection';
import { recordScreening } from '@/server/areas/record-screening';
import { sweepDowngrades } from '@/server/areas/sweep-downgrades';
import { withdrawRecord } from '@/server/areas/withdraw-record';
import type { Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { openDatabase } from '@/server/db/connect';
import type { ServiceContext } from '@/server/service-context';
import { freshDatabase } from './fresh-database';
import { anotherHistory } from './histories';
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
const outsider: Viewer = { ...officer, id: 'x', scope: '150000/150100/' };

beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  await db.prisma.setting.create({ data: { key: 'home.division', value: '370700' } });
  context = { db, clock, downgrade: { request: async () => undefined } };
});
afterAll(() => db.close());

const designation = (name: string, more: Partial<DesignateAreaInput> = {}): DesignateAreaInput => ({
  divisionCode: '370703',
  name,
  level: 'HIGH',
  effectiveAt: now,
  reason: '发现2例感染者',
  noticeNo: '2022年第52号',
  ...more,
});

async function designated(name: string, at = '2022-11-26T20:00:00'): Promise<string> {
  await anotherHistory(db);
  now = beijing(at);
  return (await act(context, officer, designateArea, designation(name))).areaId;
}

const allNegative = (areaId: string, day: string) =>
  act(context, officer, recordScreening, {
    areaId,
    windowFrom: beijing(`${day}T07:00:00`),
    windowTo: beijing(`${day}T12:00:00`),
    target: 412,
    tested: 412,
    positive: 0,
  });

describe('designating', () => {
  it('pins 二十条 on a designation of 26 November 2022 and tells the log and the audit trail', async () => {
    const areaId = await designated('寒亭街道元和新城小区1号楼');
    const detail = await areaDetail(context, officer, areaId);
    expect(detail).toMatchObject({
      level: 'HIGH',
      kind: 'BUILDING',
      policy: { id: 'r3-20' },
      noticeNo: '2022年第52号',
    });
    const [event] = await db.prisma.changeLog.findMany({ where: { subject: areaId } });
    expect(event?.data).toMatchObject({
      divisionCode: '370703',
      path: ['山东省', '潍坊市', '寒亭区'],
      level: { from: null, to: 'HIGH' },
      effectiveAt: '2022-11-26T12:00:00.000Z',
      cause: 'DESIGNATED',
    });
    expect(await db.prisma.auditEntry.count({ where: { entityId: areaId, actorId: 'o' } })).toBe(1);
  });

  it('shows an outsider nothing and changes nothing', async () => {
    const areaId = await designated('寒亭街道元和新城小区2号楼');
    await expect(areaDetail(context, outsider, areaId)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(act(context, outsider, designateArea, designation('别处'))).rejects.toMatchObject({
      kind: 'not-found',
    });
    const lowering = {
      areaId,
      expectedDesignationId: null,
      to: 'LOW' as const,
      effectiveAt: now + 1,
      reason: '试试',
    };
    await expect(act(context, outsider, changeLevel, lowering)).rejects.toMatchObject({ kind: 'not-found' });
    expect((await areaDetail(context, officer, areaId)).level).toBe('HIGH');
    expect(await db.prisma.area.count({ where: { name: '别处' } })).toBe(0);
  });

  it('refuses the same place twice, a level the rules do not know, and names each wrong field', async () => {
    await designated('寒亭街道元和新城小区3号楼');
    const again = act(context, officer, designateArea, designation('寒亭街道元和新城小区 3号楼'));
    await expect(again).rejects.toMatchObject({ kind: 'conflict' });
    const medium = act(context, officer, designateArea, designation('寒亭街道新址', { level: 'MEDIUM' }));
    await expect(medium).rejects.toMatchObject({
      faults: [{ pointer: '/level', reason: 'not a level of r3-20' }],
    });
    const empty = act(context, officer, designateArea, designation(' ', { reason: '' }));
    await expect(empty).rejects.toMatchObject({ faults: [{ pointer: '/name' }, { pointer: '/reason' }] });
  });

  it('lets one of two officers who act on the same state win', async () => {
    const areaId = await designated('寒亭街道元和新城小区4号楼');
    const seen = (await areaDetail(context, officer, areaId)).decision?.designationId ?? null;
    now += 3_600_000;
    const lower = {
      areaId,
      expectedDesignationId: seen,
      to: 'LOW' as const,
      effectiveAt: now,
      reason: '专家组评估',
    };
    const outcomes = await Promise.allSettled([
      act(context, officer, changeLevel, lower),
      act(context, { ...officer, id: 'p' }, changeLevel, lower),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    const history = await areaHistory(context, officer, areaId);
    expect(history.map((row) => [row.recordedTo === null, row.validTo === null, row.endCause])).toEqual([
      [true, false, 'LOWERED_BY_DECISION'],
      [false, true, null],
    ]);
  });
});

describe('the downgrade', () => {
  it('lowers at 24时 of day 5 what has its all-negative round, and leaves what lacks it', async () => {
    const ready = await designated('开元街道天宏尚文苑2号楼');
    const lacking = await designated('开元街道惠和园21号楼');
    now = beijing('2022-12-01T13:00:00');
    await allNegative(ready, '2022-12-01');
    now = beijing('2022-12-01T23:59:59');
    await sweepDowngrades(db, clock, 'test');
    expect((await areaDetail(context, officer, ready)).level).toBe('HIGH');

    now = beijing('2022-12-02T00:00:00');
    await sweepDowngrades(db, clock, 'test');
    expect((await areaDetail(context, officer, ready)).level).toBeNull();
    const standing = await areaDetail(context, officer, lacking);
    expect(standing.level).toBe('HIGH');
    expect(standing.decision?.round.state).toBe('MISSING');

    const events = await db.prisma.changeLog.findMany({
      where: { subject: ready, type: 'fengqu.area-status.changed.v1' },
      orderBy: { seq: 'asc' },
    });
    expect(events.map((event) => event.data)).toMatchObject([
      { cause: 'DESIGNATED', level: { from: null, to: 'HIGH' } },
      {
        cause: 'LOWERED_BY_RULE',
        level: { from: 'HIGH', to: 'LOW' },
        effectiveAt: '2022-12-01T16:00:00.000Z',
      },
    ]);
  });

  it('starts again after a new infection that counts, and not after one found in closed-loop work', async () => {
    const counted = await designated('朱里街道前朱里村', '2022-12-05T09:00:00');
    const excluded = await designated('寒亭街道叶家庄子村', '2022-12-05T09:00:00');
    now = beijing('2022-12-08T10:00:00');
    const found = { foundOn: '2022-12-08', count: 1, reason: '流调' };
    const yes = { countsForDesignation: true, resetsClock: true, exclusion: null };
    const no = { countsForDesignation: false, resetsClock: false, exclusion: 'CLOSED_LOOP' as const };
    await act(context, officer, recordInfection, { areaId: counted, ...found, ...yes });
    await act(context, officer, recordInfection, { areaId: excluded, ...found, ...no });
    now = beijing('2022-12-10T13:00:00');
    await allNegative(counted, '2022-12-10');
    await allNegative(excluded, '2022-12-10');
    now = beijing('2022-12-11T00:00:00');
    await sweepDowngrades(db, clock, 'test');
    expect((await areaDetail(context, officer, counted)).level).toBe('HIGH');
    expect((await areaDetail(context, officer, excluded)).level).toBeNull();
  });

  it('lowers each area exactly once when several processes sweep at the same moment', async () => {
    const ids: string[] = [];
    for (let n = 1; n <= 30; n += 1) ids.push(await designated(`固堤街道${n}号楼`, '2022-11-27T09:00:00'));
    now = beijing('2022-12-02T13:00:00');
    for (const id of ids) await allNegative(id, '2022-12-02');
    now = beijing('2022-12-03T00:00:00');
    const others = [openDatabase(db.url), openDatabase(db.url)];
    const results = await Promise.all([db, ...others].map((each) => sweepDowngrades(each, clock, 'test')));
    await Promise.all(others.map((other) => other.close()));
    expect(results.reduce((sum, result) => sum + result.lowered, 0)).toBe(30);
    const events = await db.prisma.changeLog.findMany({ where: { subject: { in: ids } } });
    const lowerings = events.filter(
      (event) => (event.data as { cause?: string }).cause === 'LOWERED_BY_RULE',
    );
    expect(lowerings).toHaveLength(30);
  });
});

describe('a pass that runs late', () => {
  it('lets the level fall at 24时 in valid time and records when it was said', async () => {
    const areaId = await designated('固堤街道迟到楼', '2022-11-27T09:00:00');
    now = beijing('2022-12-02T13:00:00');
    await allNegative(areaId, '2022-12-02');
    now = beijing('2022-12-03T00:03:00');
    await sweepDowngrades(db, clock, 'test');
    const [latest] = await areaHistory(context, officer, areaId);
    expect(latest).toMatchObject({
      validTo: beijing('2022-12-03T00:00:00'),
      recordedFrom: beijing('2022-12-03T00:03:00'),
      endCause: 'LOWERED_BY_RULE',
    });
  });

  it('never lets it fall before the missing round was recorded', async () => {
    const areaId = await designated('固堤街道补录楼', '2022-11-27T09:00:00');
    now = beijing('2022-12-04T10:30:00');
    await allNegative(areaId, '2022-12-02');
    now = beijing('2022-12-04T10:40:00');
    await sweepDowngrades(db, clock, 'test');
    const [latest] = await areaHistory(context, officer, areaId);
    expect(latest?.validTo).toBe(beijing('2022-12-04T10:30:00'));
  });

  it('lets it fall no earlier than the withdrawal of a mistaken infection: no span that the feed called high', async () => {
    const areaId = await designated('固堤街道误登楼', '2022-11-27T09:00:00');
    now = beijing('2022-12-01T10:00:00');
    const mistaken = { foundOn: '2022-12-01', count: 1, reason: '流调' };
    const counts = { countsForDesignation: true, resetsClock: true, exclusion: null };
    const { id } = await act(context, officer, recordInfection, { areaId, ...mistaken, ...counts });
    now = beijing('2022-12-02T13:00:00');
    await allNegative(areaId, '2022-12-02');
    now = beijing('2022-12-03T00:10:00');
    await sweepDowngrades(db, clock, 'test');
    expect((await areaDetail(context, officer, areaId)).level).toBe('HIGH');

    now = beijing('2022-12-05T10:20:00');
    const withdrawal = { areaId, record: 'INFECTION' as const, recordId: id, reason: '误登，属邻区' };
    await act(context, officer, withdrawRecord, withdrawal);
    now = beijing('2022-12-05T10:30:00');
    await sweepDowngrades(db, clock, 'test');
    const [latest] = await areaHistory(context, officer, areaId);
    expect(latest).toMatchObject({
      validTo: beijing('2022-12-05T10:20:00'),
      recordedFrom: beijing('2022-12-05T10:30:00'),
      endCause: 'LOWERED_BY_RULE',
    });
  });

  it('loses no day of the nine-day way down of the ninth edition: 7 days high, 3 days medium', async () => {
    const areaId = await designated('固堤街道第九版楼', '2022-10-02T20:00:00');
    now = beijing('2022-10-09T13:00:00');
    await allNegative(areaId, '2022-10-09');
    now = beijing('2022-10-10T00:04:00');
    await sweepDowngrades(db, clock, 'test');
    expect((await areaDetail(context, officer, areaId)).level).toBe('MEDIUM');
    now = beijing('2022-10-12T23:59:00');
    await sweepDowngrades(db, clock, 'test');
    expect((await areaDetail(context, officer, areaId)).level).toBe('MEDIUM');
    now = beijing('2022-10-13T00:00:00');
    await sweepDowngrades(db, clock, 'test');
    expect((await areaDetail(context, officer, areaId)).level).toBeNull();
  });
});

describe('the database itself', () => {
  it('refuses two designations of one area that overlap in valid time', async () => {
    const areaId = await designated('固堤街道重叠楼');
    const copy = `insert into designation select gen_random_uuid(), area_id, level, valid_from + interval '1 hour', null,
      recorded_from, null, cause, null, reason, policy_id, policy_version, notice_no, source, null, null, actor_id
      from designation where area_id = $1`;
    await expect(db.pool.query(copy, [areaId])).rejects.toThrow('designation_no_overlap');
  });

  it('refuses to change or delete a recorded designation', async () => {
    const areaId = await designated('固堤街道不改楼');
    const change = `update designation set level = 'MEDIUM' where area_id = $1`;
    await expect(db.pool.query(change, [areaId])).rejects.toThrow('never changed or deleted');
    const remove = 'delete from designation where area_id = $1';
    await expect(db.pool.query(remove, [areaId])).rejects.toThrow('never changed or deleted');
  });
});
