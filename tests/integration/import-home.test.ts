import { beforeEach, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { designateArea } from '@/server/areas/designate-area';
import type { Database } from '@/server/db/connect';
import { freshDatabase } from './fresh-database';
import { contextAt, imported, nationalLevels, officer } from './import-fixture';
import { placeDivisions } from './places';

const HANTING = '山东省 潍坊市 寒亭区';
const XINCHENG = '内蒙古自治区 呼和浩特市 新城区';
let db: Database;

beforeEach(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  await db.prisma.setting.create({ data: { key: 'home.division', value: '370700' } });
  return () => db.close();
});

describe('inside the home division', () => {
  it('a list is compared with the own areas, and changes none of them', async () => {
    const context = contextAt(db, '2022-07-08T10:00:00');
    const own = async (name: string, level: 'HIGH' | 'MEDIUM') =>
      (
        await act(context, officer, designateArea, {
          divisionCode: '370703',
          name,
          level,
          effectiveAt: context.clock.now(),
          reason: '发现感染者',
        })
      ).areaId;
    await own('元和新城1号楼', 'HIGH');
    const reworded = await own('固堤花园小区2栋', 'HIGH');
    const differs = await own('北海家园3号楼', 'MEDIUM');
    const missing = await own('世纪花园', 'HIGH');
    const eventsBefore = await db.prisma.changeLog.count();

    const outcome = await imported(context, {
      hour: '2022-07-08 9时',
      high: [
        `${HANTING}|元和新城1号楼`,
        `${HANTING}|固堤花园2号楼`,
        `${HANTING}|北海家园3号楼`,
        `山东省 潍坊市 奎文区|怡和苑`,
        `${XINCHENG}|东干丈村`,
      ],
    });
    expect(outcome).toMatchObject({ status: 'APPLIED', counts: { added: 1, compared: 4, discrepancies: 3 } });
    expect(await nationalLevels(db)).toEqual({ 东干丈村: 'HIGH' });
    expect(await db.prisma.changeLog.count()).toBe(eventsBefore + 1);
    const rows = await db.prisma.discrepancy.findMany({ orderBy: { name: 'asc' } });
    expect(
      rows.map(({ kind, name, areaId, ownLevel, listLevel }) => ({
        kind,
        name,
        areaId,
        ownLevel,
        listLevel,
      })),
    ).toEqual([
      { kind: 'MISSING_IN_LIST', name: '世纪花园', areaId: missing, ownLevel: 'HIGH', listLevel: null },
      {
        kind: 'LEVEL_DIFFERS',
        name: '北海家园3号楼',
        areaId: differs,
        ownLevel: 'MEDIUM',
        listLevel: 'HIGH',
      },
      { kind: 'EXTRA_IN_LIST', name: '怡和苑', areaId: null, ownLevel: null, listLevel: 'HIGH' },
    ]);
    expect(rows.some((row) => row.areaId === reworded)).toBe(false);
    const standing = await db.prisma.designation.count({
      where: { recordedTo: null, validTo: null, area: { authorityId: 'own' } },
    });
    expect(standing).toBe(4);
  });

  it('a setting that names no division lets no list be judged', async () => {
    await db.prisma.setting.update({ where: { key: 'home.division' }, data: { value: '999999' } });
    const list = { hour: '2022-07-08 9时', high: [`${HANTING}|元和新城1号楼`] };
    await expect(imported(contextAt(db, '2022-07-08T10:00:00'), list)).rejects.toMatchObject({
      kind: 'temporarily-unavailable',
    });
    expect(await db.prisma.area.count()).toBe(0);
  });
});
