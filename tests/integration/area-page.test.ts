import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { refusedOf } from '@/server/acts/refused';
import { areaAudit } from '@/server/areas/area-audit';
import { areaRecords } from '@/server/areas/area-records';
import { changeLevel } from '@/server/areas/change-level';
import { designateArea } from '@/server/areas/designate-area';
import { recordInfection } from '@/server/areas/record-infection';
import { recordScreening } from '@/server/areas/record-screening';
import { withdrawRecord } from '@/server/areas/withdraw-record';
import type { Viewer } from '@/server/auth/viewer';
import { presentClock } from '@/server/clock/present-clock';
import type { Database } from '@/server/db/connect';
import type { ServiceContext } from '@/server/service-context';
import { freshDatabase } from './fresh-database';
import { anotherHistory } from './histories';
import { placeDivisions } from './places';

const beijing = (text: string): number => Date.parse(`${text}+08:00`);
const start = beijing('2022-11-26T20:00:00');
let db: Database;
let now = start;
let context: ServiceContext;
const officer: Viewer = {
  kind: 'person',
  id: 'o',
  displayName: '值班员甲',
  role: 'OFFICER',
  scope: '370000/370700/',
};

beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  context = {
    db,
    clock: presentClock(db, { now: () => now, drill: false }),
    downgrade: { request: async () => undefined },
  };
});
afterAll(() => db.close());

async function designated(name: string): Promise<string> {
  await anotherHistory(db);
  now = start;
  const given = { divisionCode: '370703', name, level: 'HIGH' as const, effectiveAt: now, reason: '发现2例' };
  const { areaId } = await act(context, officer, designateArea, given);
  now += 3_600_000;
  return areaId;
}

const infection = (areaId: string, count = 2) => ({
  areaId,
  foundOn: '2022-11-26',
  count,
  countsForDesignation: true,
  resetsClock: true,
  exclusion: null,
  reason: '上门采样检出',
});

const ONE = '0193a7d4-7a10-7c11-8f00-000000000001';
const TWO = '0193a7d4-7a10-7c11-8f00-000000000002';

describe('an act sent twice', () => {
  it('records an infection once, in records, log and audit alike', async () => {
    const areaId = await designated('一号楼');
    const first = await act(context, officer, recordInfection, infection(areaId), ONE);
    expect(await act(context, officer, recordInfection, infection(areaId), ONE)).toEqual(first);
    expect((await areaRecords(db.prisma, areaId)).infections).toHaveLength(1);
    expect(
      await db.prisma.changeLog.count({ where: { subject: areaId, type: { contains: 'evidence' } } }),
    ).toBe(1);
    expect((await areaAudit(context, officer, areaId)).map(({ action }) => action)).toEqual([
      'INFECTION_RECORDED',
      'AREA_DESIGNATED',
    ]);
  });

  it('is refused when its figures changed meanwhile: the first sending holds', async () => {
    const areaId = await designated('二号楼');
    await act(context, officer, recordInfection, infection(areaId), TWO);
    const again = act(context, officer, recordInfection, infection(areaId, 3), TWO);
    await expect(again).rejects.toMatchObject({ kind: 'conflict' });
    expect((await areaRecords(db.prisma, areaId)).infections).toMatchObject([{ count: 2 }]);
  });

  it('records a round once', async () => {
    const areaId = await designated('三号楼');
    const round = {
      areaId,
      windowFrom: start,
      windowTo: start + 60_000,
      target: 86,
      tested: 86,
      positive: 0,
    };
    const key = '0193a7d4-7a10-7c11-8f00-000000000003';
    const first = await act(context, officer, recordScreening, round, key);
    expect(await act(context, officer, recordScreening, round, key)).toEqual(first);
    expect((await areaRecords(db.prisma, areaId)).rounds).toHaveLength(1);
  });
});

describe('the records of an area', () => {
  it('keep what was corrected and what was withdrawn, with the reason', async () => {
    const areaId = await designated('四号楼');
    const { id } = await act(context, officer, recordInfection, infection(areaId));
    const corrected = { ...infection(areaId, 3), corrects: id };
    const { id: second } = await act(context, officer, recordInfection, corrected);
    const withdrawal = { areaId, record: 'INFECTION' as const, recordId: second, reason: '与邻区重复' };
    await act(context, officer, withdrawRecord, withdrawal);
    const { infections } = await areaRecords(db.prisma, areaId);
    expect(infections.find((row) => row.id === second)).toMatchObject({
      foundOn: '2022-11-26',
      count: 3,
      supersedesId: id,
      // Acts of one instant of the clock are recorded a millisecond apart.
      recordedTo: now + 2,
      withdrawn: { reason: '与邻区重复', actorId: 'o' },
    });
    expect(infections.find((row) => row.id === id)).toMatchObject({
      count: 2,
      recordedTo: now + 1,
      withdrawn: null,
    });
  });
});

describe('the audit trail of an area', () => {
  it.each([
    ['staff', { ...officer, role: 'STAFF' as const }],
    ['an officer of another prefecture', { ...officer, scope: '150000/150100/' }],
  ])('does not exist for %s', async (_who, viewer) => {
    const areaId = await designated(`五号楼 ${viewer.scope}${viewer.role}`);
    await expect(areaAudit(context, viewer, areaId)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('a level that would overlap another', () => {
  it('is a conflict on the form, not a failure', async () => {
    const areaId = await designated('六号楼');
    const standing = await db.prisma.designation.findFirstOrThrow({ where: { areaId, recordedTo: null } });
    const lower = { areaId, to: 'LOW' as const, effectiveAt: now, reason: '专家研判' };
    await act(context, officer, changeLevel, { ...lower, expectedDesignationId: standing.id });
    const raise = { areaId, to: 'HIGH' as const, effectiveAt: start, reason: '重新检出' };
    const refused = await act(context, officer, changeLevel, { ...raise, expectedDesignationId: null }).catch(
      refusedOf,
    );
    expect(refused).toMatchObject({ ok: false, kind: 'conflict', fields: ['effectiveAt'], code: null });
    expect(refused).toMatchObject({ values: { presentArea: areaId, presentLevel: 'HIGH' } });
  });
});
