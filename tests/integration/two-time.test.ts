import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { areaRecords } from '@/server/areas/area-records';
import { designateArea } from '@/server/areas/designate-area';
import { recordInfection } from '@/server/areas/record-infection';
import { withdrawRecord } from '@/server/areas/withdraw-record';
import type { Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { addRows, closeRows, replaceRows } from '@/server/db/two-time';
import type { ServiceContext } from '@/server/service-context';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

const HOUR = 3_600_000;
const START = Date.parse('2022-12-01T12:00:00Z');
let db: Database;
let context: ServiceContext;
let areaId: string;
let now = START;
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
  context = { db, clock: { now: () => now, drill: false }, downgrade: { request: async () => undefined } };
  const place = { divisionCode: '370703', name: '东小区', level: 'HIGH' as const, reason: '发现1例' };
  ({ areaId } = await act(context, officer, designateArea, { ...place, effectiveAt: START }));
});
afterAll(() => db.close());

const found = {
  foundOn: '2022-12-01',
  count: 1,
  countsForDesignation: true,
  resetsClock: true,
  exclusion: null,
  reason: '社会面检出',
};

describe('a row in two times', () => {
  it('says how, by whom and why it was closed; the record of a withdrawal is the row itself', async () => {
    const first = await act(context, officer, recordInfection, { areaId, ...found });
    now += HOUR;
    const corrected = { ...found, count: 2, reason: '复核为2例', corrects: first.id };
    const second = await act(context, officer, recordInfection, { areaId, ...corrected });
    now += HOUR;
    const wrong = { areaId, record: 'INFECTION' as const, recordId: second.id, reason: '录错小区' };
    await act(context, officer, withdrawRecord, wrong);
    const rows = await db.prisma.infection.findMany({ where: { areaId }, orderBy: { recordedFrom: 'asc' } });
    expect(rows).toMatchObject([
      { id: first.id, count: 1, closedAs: 'CORRECTED', closedBy: 'o', closedReason: '复核为2例' },
      { id: second.id, count: 2, supersedesId: first.id, closedAs: 'WITHDRAWN', closedReason: '录错小区' },
    ]);
    const { infections } = await areaRecords(db.prisma, areaId);
    expect(infections.map(({ id, withdrawn }) => [id, withdrawn])).toEqual([
      [second.id, { reason: '录错小区', actorId: 'o' }],
      [first.id, null],
    ]);
  });

  it('is closed once: whoever comes second is told so, and nothing of theirs is stored', async () => {
    const [id, at] = [uuidv7(), START + 3 * HOUR];
    const day = { foundOn: new Date('2022-12-01'), resetsClock: true, countsForDesignation: true };
    const row = { id, areaId, ...day, count: 3, reason: '检出', drill: false };
    await addRows(db.prisma, 'infection', [row], {}, { actorId: 'a', at });
    await closeRows(db.prisma, 'infection', [{ id, reason: '甲' }], 'WITHDRAWN', {
      actorId: 'a',
      at: at + 1,
    });
    const again = db.prisma.$transaction((tx) =>
      replaceRows(tx, 'infection', [{ id, reason: '乙', by: [{ count: 4 }] }], 'CORRECTED', {
        actorId: 'b',
        at: at + 2,
      }),
    );
    await expect(again).rejects.toMatchObject({ kind: 'conflict' });
    const rows = await db.prisma.infection.findMany({ where: { OR: [{ id }, { supersedesId: id }] } });
    expect(rows).toMatchObject([{ count: 3, closedBy: 'a', closedReason: '甲' }]);
  });

  it('is refused by the database when it is changed otherwise, or closed without saying how', async () => {
    const { id } = await db.prisma.designation.findFirstOrThrow({ where: { areaId } });
    const recordedTo = new Date(now);
    const silently = db.prisma.designation.update({ where: { id }, data: { recordedTo } });
    await expect(silently).rejects.toThrow(/designation_closed_whole/);
    const closing = { recordedTo, closedAs: 'CORRECTED', closedBy: 'o', closedReason: '改' } as const;
    const altered = db.prisma.designation.update({ where: { id }, data: { ...closing, level: 'MEDIUM' } });
    await expect(altered).rejects.toThrow(/never changed or deleted/);
    await expect(db.prisma.designation.delete({ where: { id } })).rejects.toThrow(/never changed or deleted/);
    expect(await db.prisma.designation.findUnique({ where: { id } })).toMatchObject({ closedAs: null });
  });
});
