import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { areaAudit } from '@/server/areas/area-audit';
import { areaDetail } from '@/server/areas/area-detail';
import { areaRecords } from '@/server/areas/area-records';
import { changeLevel } from '@/server/areas/change-level';
import { designateArea } from '@/server/areas/designate-area';
import { withdrawLevel } from '@/server/areas/withdraw-level';
import type { Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import type { ServiceContext } from '@/server/service-context';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

const HOUR = 3_600_000;
let db: Database;
// Under the ninth edition, which knows medium.
let now = Date.parse('2022-10-10T12:00:00Z');
let context: ServiceContext;
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
  const clock = { now: () => now, drill: false };
  context = { db, clock, downgrade: { request: async () => undefined } };
});
afterAll(() => db.close());

async function designated(name: string, level: 'HIGH' | 'MEDIUM', ahead = 0): Promise<string> {
  now += HOUR;
  const given = { divisionCode: '370703', name, level, effectiveAt: now + ahead, reason: '发现2例' };
  const { areaId } = await act(context, officer, designateArea, given);
  now += 60_000;
  return areaId;
}

async function decide(areaId: string, to: 'HIGH' | 'MEDIUM' | 'LOW', effectiveAt: number): Promise<void> {
  const open = await db.prisma.designation.findFirst({ where: { areaId, recordedTo: null, validTo: null } });
  const change = { areaId, expectedDesignationId: open?.id ?? null, to, effectiveAt, reason: '专家组研判' };
  await act(context, officer, changeLevel, change);
  now += 60_000;
}

const withdraw = (areaId: string, effectiveAt: number, viewer = officer) =>
  act(context, viewer, withdrawLevel, { areaId, effectiveAt, reason: '情况有变' });

/** What is recorded now: level, from, to. */
async function levels(areaId: string) {
  const rows = await db.prisma.designation.findMany({
    where: { areaId, recordedTo: null },
    orderBy: { validFrom: 'asc' },
  });
  return rows.map((row) => [row.level, row.validFrom.getTime(), row.validTo?.getTime() ?? null]);
}

describe('a change of level whose hour is still to come', () => {
  it('is withdrawn with a reason, and what it was to end stands as before; the feed is told which event is corrected', async () => {
    const areaId = await designated('一号楼', 'HIGH');
    const before = await areaDetail(context, officer, areaId);
    const hour = now + 5 * HOUR;
    await decide(areaId, 'LOW', hour);
    await withdraw(areaId, hour);
    now += 60_000;
    expect(await levels(areaId)).toEqual([['HIGH', before.since, null]]);
    expect(await areaDetail(context, officer, areaId)).toMatchObject({ level: 'HIGH', reason: '发现2例' });
    const events = await db.prisma.changeLog.findMany({
      where: { subject: areaId },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ data }) => data)).toMatchObject([
      { level: { to: 'HIGH' } },
      { cause: 'LOWERED_BY_DECISION' },
      {
        cause: 'CORRECTED',
        corrects: String(events[1]?.seq),
        level: { to: 'HIGH' },
        effectiveAt: new Date(hour).toISOString(),
      },
    ]);
    expect((await areaAudit(context, officer, areaId))[0]).toMatchObject({
      action: 'AREA_CHANGE_WITHDRAWN',
      reason: '情况有变',
    });
    expect((await areaRecords(db.prisma, areaId)).withdrawn).toMatchObject([
      { effectiveAt: hour, restored: 'HIGH', reason: '情况有变', actorId: 'o' },
    ]);
  });

  it('takes the level it was to begin with it, one change after the other, the last first', async () => {
    const areaId = await designated('二号楼', 'MEDIUM');
    const [since] = (await levels(areaId)).map(([, from]) => from);
    const [raise, lower] = [now + 3 * HOUR, now + 6 * HOUR];
    await decide(areaId, 'HIGH', raise);
    await decide(areaId, 'LOW', lower);
    await expect(withdraw(areaId, raise)).rejects.toMatchObject({ kind: 'conflict' });
    await withdraw(areaId, lower);
    expect(await levels(areaId)).toEqual([
      ['MEDIUM', since, raise],
      ['HIGH', raise, null],
    ]);
    await withdraw(areaId, raise);
    expect(await levels(areaId)).toEqual([['MEDIUM', since, null]]);
  });

  it('leaves an earlier decision for the same hour standing: an end, and a designation from that hour on', async () => {
    const areaId = await designated('三号楼', 'HIGH');
    const [since] = (await levels(areaId)).map(([, from]) => from);
    const hour = now + 2 * HOUR;
    await decide(areaId, 'LOW', hour);
    await decide(areaId, 'HIGH', hour);
    await withdraw(areaId, hour);
    expect(await levels(areaId)).toEqual([['HIGH', since, hour]]);
  });

  it('leaves nothing where it was the first designation', async () => {
    const areaId = await designated('四号楼', 'HIGH', 5 * HOUR);
    const [from] = (await levels(areaId)).map(([, begins]) => begins);
    await withdraw(areaId, Number(from));
    expect(await levels(areaId)).toEqual([]);
    now += 60_000;
    expect((await areaDetail(context, officer, areaId)).level).toBeNull();
  });

  it('is not withdrawn once its hour has come, nor twice, nor by an outsider, nor without a reason', async () => {
    const areaId = await designated('五号楼', 'HIGH');
    const hour = now + 2 * HOUR;
    await decide(areaId, 'LOW', hour);
    const before = await levels(areaId);
    await expect(withdraw(areaId, hour, outsider)).rejects.toMatchObject({ kind: 'not-found' });
    const unexplained = act(context, officer, withdrawLevel, { areaId, effectiveAt: hour, reason: ' ' });
    await expect(unexplained).rejects.toMatchObject({ faults: [{ pointer: '/reason' }] });
    now = hour;
    await expect(withdraw(areaId, hour)).rejects.toMatchObject({
      kind: 'conflict',
      faults: [{ pointer: '/effectiveAt', reason: 'its hour has come' }],
    });
    expect(await levels(areaId)).toEqual(before);

    const other = await designated('六号楼', 'HIGH');
    const later = now + 2 * HOUR;
    await decide(other, 'LOW', later);
    const both = await Promise.allSettled([withdraw(other, later), withdraw(other, later)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
