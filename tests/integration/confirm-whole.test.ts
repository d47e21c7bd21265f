import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DesignateAreaInput } from '@/domain/acts/area';
import { act } from '@/server/acts/act';
import { changeLevel } from '@/server/areas/change-level';
import { designateArea } from '@/server/areas/designate-area';
import type { Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

const now = Date.parse('2022-12-01T21:00:00+08:00');
const officer: Viewer = {
  kind: 'person',
  id: 'o',
  displayName: '值班员甲',
  role: 'OFFICER',
  scope: '370000/',
};
let db: Database;

beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  const below = [
    ['370703001', 'STREET', '370703', '370000/370700/370703/370703001/', '寒亭街道'],
    ['370703001001', 'COMMUNITY', '370703001', '370000/370700/370703/370703001/370703001001/', '北海社区'],
    ['370703001002', 'COMMUNITY', '370703001', '370000/370700/370703/370703001/370703001002/', '益新社区'],
  ] as const;
  for (const [code, kind, parentCode, path, name] of below) {
    await db.prisma.division.create({
      data: { code, kind, parentCode, path, name, shortName: name, pinyin: '', initials: '' },
    });
  }
  await db.prisma.division.update({ where: { code: '370703' }, data: { shortName: '寒亭' } });
  await designate('370703', '天宏尚文苑2号楼');
  await designate('370703001', '益新社区');
});
afterAll(() => db.close());

const context = () => ({
  db,
  clock: { now: () => now, drill: false },
  downgrade: { request: async () => undefined },
});

function designate(divisionCode: string, name: string, more: Partial<DesignateAreaInput> = {}) {
  const input = {
    divisionCode,
    name,
    level: 'HIGH' as const,
    effectiveAt: now,
    reason: '发现感染者',
    ...more,
  };
  return act(context(), officer, designateArea, input);
}

describe('designating a whole county or more', () => {
  it.each([
    ['370703', '寒亭区'],
    ['370703', '寒亭'],
    ['370703', '全域'],
    ['370703', '全区'],
    ['370703', '寒亭区全域'],
    ['370703', '潍坊市 寒亭区'],
    ['370700', '寒亭区'],
    ['370703', '高风险区以外的其他地区'],
  ])('asks with the figures of what that is: in %s, %s', async (code, name) => {
    const areas = await db.prisma.area.count();
    await expect(designate(code, name)).rejects.toMatchObject({
      kind: 'invalid-input',
      faults: [{ pointer: '/confirmedWhole' }],
      extra: { whole: '370703', name: '寒亭区', counties: '1', streets: '1', communities: '2', areas: '2' },
    });
    expect(await db.prisma.area.count()).toBe(areas);
  });

  it('asks for a prefecture with its counties', async () => {
    await expect(designate('370700', '潍坊市全域')).rejects.toMatchObject({
      extra: { whole: '370700', name: '潍坊市', counties: '2', streets: '1', communities: '2', areas: '2' },
    });
  });

  it('asks where the kind says so, whatever the name', async () => {
    await expect(designate('370705', '北苑', { kind: 'COUNTY' })).rejects.toMatchObject({
      extra: { whole: '370705', areas: '0' },
    });
  });

  it('does it once confirmed, and keeps in the audit trail what was confirmed', async () => {
    const { areaId } = await designate('370703', '寒亭区', { confirmedWhole: true });
    const line = await db.prisma.auditEntry.findFirst({
      where: { entityId: areaId, action: 'AREA_DESIGNATED' },
    });
    expect(line?.after).toMatchObject({ whole: { code: '370703', streets: 1, communities: 2, areas: 2 } });
  });

  it.each([
    ['370703001', '寒亭街道'],
    ['370703', '寒亭街道全域'],
    ['370703', '元和新城1号楼'],
    ['370703', '富华路、新华路合围区域'],
  ])('asks nothing about less: in %s, %s', async (code, name) => {
    await expect(designate(code, name)).resolves.toHaveProperty('areaId');
  });
});

describe('an area that is a whole county', () => {
  it('is lowered without a question, and designated again with one', async () => {
    const area = await db.prisma.area.findFirstOrThrow({
      where: { name: '寒亭区' },
      include: { designations: { where: { recordedTo: null } } },
    });
    const given = { areaId: area.id, reason: '研判', effectiveAt: now + 3_600_000 };
    const expectedDesignationId = area.designations[0]?.id ?? null;
    await act(context(), officer, changeLevel, { ...given, expectedDesignationId, to: 'LOW' });
    const again = { ...given, expectedDesignationId: null, to: 'HIGH' as const };
    await expect(act(context(), officer, changeLevel, again)).rejects.toMatchObject({
      faults: [{ pointer: '/confirmedWhole' }],
      extra: { whole: '370703' },
    });
    await act(context(), officer, changeLevel, { ...again, confirmedWhole: true });
  });
});
