import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { changeLevel } from '@/server/areas/change-level';
import { designateArea } from '@/server/areas/designate-area';
import { recordScreening } from '@/server/areas/record-screening';
import { sweepDowngrades } from '@/server/areas/sweep-downgrades';
import { systemViewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { type ApiServer, beijing, startApi } from './api-server';
import { freshDatabase } from './fresh-database';
import { imported } from './import-fixture';
import { placeDivisions } from './places';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const nation = systemViewer('test');

let db: Database;
let api: ApiServer;
let key: string;
beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  await db.prisma.setting.create({ data: { key: 'home.division', value: '370700' } });
  api = await startApi(db, beijing('2022-12-01T09:00:00'));
  key = await api.key('area:read', 'lookup:read');
});
afterAll(async () => {
  await api.stop();
  await db.close();
});

async function designated(name: string, divisionCode: string, effectiveAt = api.clock.at): Promise<string> {
  const said = { level: 'HIGH' as const, reason: '流调结果', confirmedWhole: true };
  const input = { divisionCode, name, effectiveAt, ...said };
  return (await act(api.context, nation, designateArea, input)).areaId;
}

async function changed(areaId: string, to: 'LOW', effectiveAt = api.clock.at): Promise<void> {
  const standing = await db.prisma.designation.findFirst({
    where: { areaId, recordedTo: null, validTo: null },
  });
  const expectedDesignationId = standing?.id ?? null;
  await act(api.context, nation, changeLevel, {
    areaId,
    to,
    effectiveAt,
    reason: '评估',
    expectedDesignationId,
  });
}

/** `from → to` of every event of an area, oldest first. */
async function told(areaId: string): Promise<string[]> {
  const rows = await db.prisma.changeLog.findMany({
    where: { subject: areaId, type: 'fengqu.area-status.changed.v1' },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ data }) => {
    const { level } = data as { level: { from: string | null; to: string } };
    return `${level.from} → ${level.to}`;
  });
}

async function answered(areaId: string): Promise<string[]> {
  await api.caughtUp();
  const area = (await api.get(`/api/v1/areas/${areaId}`, key)).json();
  return [area.level, area.why.rule];
}

describe('the event of a level that ends', () => {
  it('says low while the county holds another, and routine when it was the last', async () => {
    const first = await designated('第一小区1号楼', '370703');
    const second = await designated('第二小区1号楼', '370703');
    api.clock.at += HOUR;
    await changed(first, 'LOW');
    expect(await told(first)).toEqual(['null → HIGH', 'HIGH → LOW']);
    expect(await answered(first)).toEqual(['LOW', 'RELEASED']);
    await changed(second, 'LOW');
    expect(await told(second)).toEqual(['null → HIGH', 'HIGH → ROUTINE']);
    expect(await answered(second)).toEqual(['ROUTINE', 'RELEASED']);
  });

  it('begins where the last one ended, also when the ground has changed by itself since', async () => {
    api.clock.at += HOUR;
    const first = await designated('第一小区1号楼', '370703');
    expect(await told(first)).toEqual(['null → HIGH', 'HIGH → LOW', 'LOW → HIGH']);
    api.clock.at += HOUR;
    await changed(first, 'LOW');
    expect((await told(first)).at(-1)).toBe('HIGH → ROUTINE');
  });

  it('says unknown where nobody speaks for the ground', async () => {
    const abroad = await designated('东干丈村', '150102');
    api.clock.at += HOUR;
    await changed(abroad, 'LOW');
    expect(await told(abroad)).toEqual(['null → HIGH', 'HIGH → UNKNOWN']);
    expect((await answered(abroad))[0]).toBe('UNKNOWN');
  });

  it('says the level of the whole division where that is stated', async () => {
    const county = await designated('奎文区全域', '370705');
    const inside = await designated('广文小区2号楼', '370705');
    api.clock.at += HOUR;
    await changed(inside, 'LOW');
    expect((await told(inside)).at(-1)).toBe('HIGH → HIGH');
    expect(await answered(inside)).toEqual(['HIGH', 'STANDING']);
    await changed(county, 'LOW');
    expect((await told(county)).at(-1)).toBe('HIGH → ROUTINE');
  });

  it('of the rule follows from the state after the whole pass', async () => {
    const areas = [await designated('丙村', '370703'), await designated('丁村', '370703')];
    api.clock.at += 5 * DAY + HOUR;
    for (const areaId of areas) {
      const [windowFrom, windowTo] = [api.clock.at - 14 * HOUR, api.clock.at - 12 * HOUR];
      const figures = { target: 50, tested: 50, positive: 0, note: '' };
      await act(api.context, nation, recordScreening, { areaId, windowFrom, windowTo, ...figures });
    }
    api.clock.at += DAY;
    expect(await sweepDowngrades(db, api.context.clock, 'test')).toMatchObject({ lowered: 2 });
    for (const areaId of areas) {
      expect(await told(areaId)).toEqual(['null → HIGH', 'HIGH → ROUTINE']);
      expect((await answered(areaId))[0]).toBe('ROUTINE');
    }
  });

  it('of a list follows from the whole list', async () => {
    const places = (county: string, count: number, from = 1) =>
      Array.from({ length: count }, (_, n) => `内蒙古自治区 呼和浩特市 ${county}|第${n + from}小区`);
    api.clock.at = beijing('2022-12-10T09:00:00');
    await imported(api.context, {
      hour: '2022-12-10 9时',
      high: places('新城区', 3),
      medium: places('新城区', 1, 9),
    });
    api.clock.at = beijing('2022-12-10T15:00:00');
    await imported(api.context, { hour: '2022-12-10 15时', high: places('新城区', 1, 20) }, '已核实');
    const listed = async (name: string) =>
      (await db.prisma.area.findFirstOrThrow({ where: { authorityId: 'national', name } })).id;
    expect(await told(await listed('第1小区'))).toEqual(['null → HIGH', 'HIGH → LOW']);
    expect(await told(await listed('第9小区'))).toEqual(['null → MEDIUM', 'MEDIUM → LOW']);
    api.clock.at = beijing('2022-12-10T18:00:00');
    await imported(api.context, { hour: '2022-12-10 18时', high: [`山东省 济宁市 任城区|某村`] }, '已核实');
    expect((await told(await listed('第20小区'))).at(-1)).toBe('HIGH → ROUTINE');
  });
});
