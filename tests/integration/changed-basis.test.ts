import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { areaDetail } from '@/server/areas/area-detail';
import { areaHistory } from '@/server/areas/area-history';
import { areaRecords } from '@/server/areas/area-records';
import { changeLevel } from '@/server/areas/change-level';
import { dashboard } from '@/server/areas/dashboard';
import { designateArea } from '@/server/areas/designate-area';
import { recordInfection } from '@/server/areas/record-infection';
import { recordScreening } from '@/server/areas/record-screening';
import { sweepDowngrades } from '@/server/areas/sweep-downgrades';
import { upholdLowering } from '@/server/areas/uphold-lowering';
import { withdrawRecord } from '@/server/areas/withdraw-record';
import type { Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import type { ServiceContext } from '@/server/service-context';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

const beijing = (text: string): number => Date.parse(`${text}+08:00`);
const begun = beijing('2022-11-26T20:00:00');
const fell = beijing('2022-12-02T00:00:00');
let db: Database;
let now = begun;
let context: ServiceContext;
const clock = { now: () => now, drill: false };
const officer: Viewer = {
  kind: 'person',
  id: 'o',
  displayName: '值班员甲',
  role: 'OFFICER',
  scope: '370000/370700/',
};
const outsider: Viewer = { ...officer, id: 'x', scope: '150000/150100/' };
/** The first part of each area's round, by area. */
const parts = new Map<string, string>();
const ids: string[] = [];

const round = (areaId: string, tested: number, more: object = {}) => ({
  areaId,
  id: crypto.randomUUID(),
  windowFrom: beijing('2022-12-01T07:00:00'),
  windowTo: beijing('2022-12-01T12:00:00'),
  target: 38,
  tested,
  positive: 0,
  ...more,
});
const lost = async () => (await dashboard(context, officer, null)).lost.map(({ areaId }) => areaId);
const lastEvent = async (areaId: string) =>
  (await db.prisma.changeLog.findFirstOrThrow({ where: { subject: areaId }, orderBy: { seq: 'desc' } })).data;

/** Correct the round of a lowered area back to 28 of 38, by which it would not have been lowered. */
async function correctedBack(areaId: string): Promise<string> {
  now += 60_000;
  const correction = round(areaId, 28, { corrects: parts.get(areaId), note: '原为28人，误改' });
  const { id } = await act(context, officer, recordScreening, correction);
  return id;
}

beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  context = { db, clock, downgrade: { request: async () => undefined } };
  for (const name of ['一号楼', '二号楼', '三号楼', '四号楼', '五号楼']) {
    const given = {
      divisionCode: '370703',
      name,
      level: 'HIGH' as const,
      effectiveAt: begun,
      reason: '发现2例',
    };
    ids.push((await act(context, officer, designateArea, given)).areaId);
  }
  now = beijing('2022-12-01T13:00:00');
  for (const areaId of ids) {
    const { id } = await act(context, officer, recordScreening, round(areaId, 28));
    const corrected = round(areaId, 38, { corrects: id, note: '漏录10人' });
    parts.set(areaId, (await act(context, officer, recordScreening, corrected)).id);
  }
  now = fell + 60_000;
  await sweepDowngrades(db, clock, 'test');
  now = beijing('2022-12-03T09:00:00');
});
afterAll(() => db.close());

describe('an area lowered by the rule, whose round is corrected back to 28 of 38', () => {
  it('is proposed for raising on its page, on the dashboard of those who may see it, and in the feed', async () => {
    const [areaId = ''] = ids;
    expect(await areaDetail(context, officer, areaId)).toMatchObject({ level: null, basis: null });
    expect(await lost()).not.toContain(areaId);
    await correctedBack(areaId);
    expect(await areaDetail(context, officer, areaId)).toMatchObject({
      level: null,
      basis: {
        from: 'HIGH',
        loweredAt: fell,
        missing: [{ kind: 'ROUND', state: 'INCOMPLETE', persons: 10 }],
      },
    });
    expect(await lost()).toContain(areaId);
    expect((await dashboard(context, outsider, null)).lost).toEqual([]);
    expect(await lastEvent(areaId)).toMatchObject({
      evidence: 'SCREENING',
      basisChanged: true,
      lowering: { from: 'HIGH', effectiveAt: '2022-12-01T16:00:00.000Z' },
    });
  });

  it('moves by no pass of the downgrade, and leaves the list when an officer raises it', async () => {
    const [, areaId = ''] = ids;
    await correctedBack(areaId);
    await sweepDowngrades(db, clock, 'test');
    expect((await areaDetail(context, officer, areaId)).level).toBeNull();
    expect(await lost()).toContain(areaId);
    const raise = { to: 'HIGH' as const, effectiveAt: now + 3_600_000, reason: '筛查未完成，重新划定' };
    await act(context, officer, changeLevel, { areaId, expectedDesignationId: null, ...raise });
    now += 60_000;
    expect(await lost()).not.toContain(areaId);
    expect((await areaDetail(context, officer, areaId)).basis).toBeNull();
  });

  it('leaves the list when the records bear the lowering out again, and the feed says so', async () => {
    const [, , areaId = ''] = ids;
    const wrong = await correctedBack(areaId);
    expect(await lost()).toContain(areaId);
    now += 60_000;
    await act(
      context,
      officer,
      recordScreening,
      round(areaId, 38, { corrects: wrong, note: '核对无误，为38人' }),
    );
    expect(await lost()).not.toContain(areaId);
    expect(await lastEvent(areaId)).toMatchObject({ evidence: 'SCREENING', basisChanged: false });
  });

  it('stays low where an officer says so with a reason, once, and the lowering is theirs from then on', async () => {
    const [, , , areaId = ''] = ids;
    await correctedBack(areaId);
    const basis = (await areaDetail(context, officer, areaId)).basis;
    const upholding = { areaId, designationId: basis?.designationId ?? '', reason: '10人已转出，专家组维持' };
    await expect(act(context, outsider, upholdLowering, upholding)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(act(context, officer, upholdLowering, { ...upholding, reason: '' })).rejects.toMatchObject({
      faults: [{ pointer: '/reason' }],
    });
    now += 60_000;
    await act(context, officer, upholdLowering, upholding);
    await expect(act(context, officer, upholdLowering, upholding)).rejects.toMatchObject({
      kind: 'conflict',
    });
    expect(await lost()).not.toContain(areaId);
    const detail = await areaDetail(context, officer, areaId);
    expect(detail).toMatchObject({ level: null, basis: null });
    const [latest] = await areaHistory(context, officer, areaId);
    expect(latest).toMatchObject({
      validFrom: begun,
      validTo: fell,
      endCause: 'LOWERED_BY_DECISION',
      reason: upholding.reason,
    });
    expect(await lastEvent(areaId)).toMatchObject({ evidence: 'DECISION', basisChanged: false });
    const audit = { entityId: areaId, action: 'AREA_LOWERING_UPHELD', reason: upholding.reason };
    expect(await db.prisma.auditEntry.count({ where: audit })).toBe(1);
  });

  it('is proposed as well where the round is withdrawn, and where an infection of its days is recorded late', async () => {
    const [, , , , areaId = ''] = ids;
    now += 60_000;
    const late = { foundOn: '2022-11-30', count: 1, exclusion: null, reason: '外地协查，补录' };
    const counts = { countsForDesignation: true, resetsClock: true };
    const { id } = await act(context, officer, recordInfection, { areaId, ...late, ...counts });
    expect(await lost()).toContain(areaId);
    now += 60_000;
    const withdrawal = { areaId, record: 'INFECTION' as const, recordId: id, reason: '查实属邻区' };
    await act(context, officer, withdrawRecord, withdrawal);
    expect(await lost()).not.toContain(areaId);
    now += 60_000;
    const { rounds } = await areaRecords(db.prisma, areaId);
    const held = rounds.find(({ recordedTo }) => recordedTo === null)?.id ?? '';
    await act(context, officer, withdrawRecord, { ...withdrawal, record: 'SCREENING', recordId: held });
    expect(await lost()).toContain(areaId);
  });
});
