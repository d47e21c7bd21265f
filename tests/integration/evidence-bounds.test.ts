import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { areaDetail } from '@/server/areas/area-detail';
import { areaRecords } from '@/server/areas/area-records';
import { designateArea } from '@/server/areas/designate-area';
import { recordInfection } from '@/server/areas/record-infection';
import { recordScreening } from '@/server/areas/record-screening';
import { sweepDowngrades } from '@/server/areas/sweep-downgrades';
import { withdrawRecord } from '@/server/areas/withdraw-record';
import type { Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import type { ServiceContext } from '@/server/service-context';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

const beijing = (text: string): number => Date.parse(`${text}+08:00`);
let db: Database;
let now = beijing('2022-11-26T20:00:00');
let context: ServiceContext;
const clock = { now: () => now, drill: false };
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
  context = { db, clock, downgrade: { request: async () => undefined } };
});
afterAll(() => db.close());

/** High from 20:00 of the day on; recorded then, or later where a test before it has moved the clock on. */
async function designated(name: string, day = '2022-11-26'): Promise<string> {
  const effectiveAt = beijing(`${day}T20:00:00`);
  now = Math.max(now, effectiveAt);
  const given = { divisionCode: '370703', name, level: 'HIGH' as const, effectiveAt, reason: '发现2例' };
  const { areaId } = await act(context, officer, designateArea, given);
  now = Math.max(now, beijing('2022-12-01T20:00:00'));
  return areaId;
}

const part = (areaId: string, tested: number, more: object = {}) => ({
  areaId,
  windowFrom: beijing('2022-12-01T07:00:00'),
  windowTo: beijing('2022-12-01T12:00:00'),
  target: 245,
  tested,
  positive: 0,
  ...more,
});
const infection = (areaId: string, more: object = {}) => ({
  areaId,
  foundOn: '2022-12-01',
  count: 2,
  countsForDesignation: false,
  resetsClock: false,
  exclusion: 'HOME_ISOLATION' as const,
  reason: '同户密接',
  ...more,
});

/** Put a part into the database past the service. */
const insertPart = (areaId: string, roundId: string, tested: number, day = '2022-12-01', from = day) =>
  db.pool.query(
    `insert into screening (id, round_id, area_id, window_from, window_to, target, tested, positive, note, recorded_from,
                            actor_id)
     values (gen_random_uuid(), $1, $2, $5::date + interval '7 hours', $4::date + interval '12 hours', 245, $3, 0, '',
             $4::date + interval '13 hours', 'x')`,
    [roundId, areaId, tested, day, from],
  );

describe('the parts of a round', () => {
  it('leave room for what a correction takes back', async () => {
    const areaId = await designated('浪琴湾8号楼');
    const { id, roundId } = await act(context, officer, recordScreening, part(areaId, 207));
    await act(context, officer, recordScreening, part(areaId, 38, { roundId }));
    const correct = (tested: number) =>
      act(context, officer, recordScreening, part(areaId, tested, { corrects: id, note: '漏计' }));
    await expect(correct(208)).rejects.toMatchObject({ faults: [{ pointer: '/tested' }] });
    expect(await correct(200)).toMatchObject({ roundId });
  });

  it('are held to it by the database itself, also where two are recorded at the same moment', async () => {
    const areaId = await designated('浪琴湾9号楼');
    const { roundId } = await act(context, officer, recordScreening, part(areaId, 145));
    await expect(insertPart(areaId, roundId, 101)).rejects.toMatchObject({
      code: '23514',
      constraint: 'screening_round_within_target',
    });
    const both = await Promise.allSettled([insertPart(areaId, roundId, 60), insertPart(areaId, roundId, 60)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a correction of a round', () => {
  it('gives its reason', async () => {
    const areaId = await designated('东城街道1号楼');
    const { id } = await act(context, officer, recordScreening, part(areaId, 28));
    await expect(
      act(context, officer, recordScreening, part(areaId, 38, { corrects: id })),
    ).rejects.toMatchObject({ faults: [{ pointer: '/note', reason: 'give the reason of the correction' }] });
    await act(context, officer, recordScreening, part(areaId, 38, { corrects: id, note: '漏录10人' }));
  });
});

describe('times that cannot be', () => {
  it('are refused for infections: before December 2019, after today', async () => {
    const areaId = await designated('东城街道2号楼');
    for (const foundOn of ['0001-01-01', '2019-11-30', '2022-12-02']) {
      const refused = act(context, officer, recordInfection, infection(areaId, { foundOn }));
      await expect(refused).rejects.toMatchObject({
        kind: 'invalid-input',
        faults: [{ pointer: '/foundOn' }],
      });
    }
    await act(context, officer, recordInfection, infection(areaId, { foundOn: '2019-12-01' }));
    const past = db.pool.query(
      `insert into infection (id, area_id, found_on, count, counts_for_designation, resets_clock, reason, recorded_from,
                              actor_id)
       values (gen_random_uuid(), $1, '0001-01-01', 1, true, true, 'x', '2022-12-01 13:00+08', 'x')`,
      [areaId],
    );
    await expect(past).rejects.toMatchObject({ constraint: 'infection_found_when_possible' });
  });

  it('are refused for sampling: more than five days long, before 2020', async () => {
    const areaId = await designated('东城街道3号楼');
    const windows = [
      ['2019-12-01T12:00:00', '/windowFrom'],
      ['2022-11-26T11:59:00', '/windowTo'],
    ] as const;
    for (const [from, pointer] of windows) {
      const refused = act(
        context,
        officer,
        recordScreening,
        part(areaId, 245, { windowFrom: beijing(from) }),
      );
      await expect(refused).rejects.toMatchObject({
        kind: 'invalid-input',
        faults: expect.arrayContaining([expect.objectContaining({ pointer })]),
      });
    }
    await act(
      context,
      officer,
      recordScreening,
      part(areaId, 245, { windowFrom: beijing('2022-11-26T12:00:00') }),
    );
    await expect(
      insertPart(areaId, crypto.randomUUID(), 245, '2022-12-01', '2019-12-01'),
    ).rejects.toMatchObject({
      constraint: 'screening_window_possible',
    });
  });
});

describe('an act sent again under its key', () => {
  it.each([
    ['resetsClock', { resetsClock: true }],
    ['countsForDesignation', { countsForDesignation: true, exclusion: null, resetsClock: true }],
    ['exclusion', { exclusion: 'CLOSED_LOOP' as const }],
    ['count', { count: 3 }],
    ['foundOn', { foundOn: '2022-11-30' }],
    ['reason', { reason: '另一理由' }],
  ])('with another %s is not the infection that was recorded', async (field, other) => {
    const areaId = await designated(`东城街道感染 ${field}`);
    const first = infection(areaId);
    const key = crypto.randomUUID();
    const recorded = await act(context, officer, recordInfection, first, key);
    expect(await act(context, officer, recordInfection, first, key)).toEqual(recorded);
    const otherwise = act(context, officer, recordInfection, { ...first, ...other }, key);
    await expect(otherwise).rejects.toMatchObject({ kind: 'conflict', extra: { code: 'sent-otherwise' } });
    expect((await areaRecords(db.prisma, areaId)).infections).toHaveLength(1);
  });

  it.each([
    ['windowFrom', { windowFrom: beijing('2022-12-01T08:00:00') }],
    ['windowTo', { windowTo: beijing('2022-12-01T11:00:00') }],
    ['target', { target: 250 }],
    ['tested', { tested: 206 }],
    ['positive', { positive: 1 }],
    ['note', { note: '补录' }],
  ])('with another %s is not the round that was recorded', async (field, other) => {
    const areaId = await designated(`东城街道筛查 ${field}`);
    const first = part(areaId, 207);
    const key = crypto.randomUUID();
    const recorded = await act(context, officer, recordScreening, first, key);
    expect(await act(context, officer, recordScreening, first, key)).toEqual(recorded);
    const otherwise = act(context, officer, recordScreening, { ...first, ...other }, key);
    await expect(otherwise).rejects.toMatchObject({ kind: 'conflict', extra: { code: 'sent-otherwise' } });
    expect((await areaRecords(db.prisma, areaId)).rounds).toHaveLength(1);
  });
});

describe('a round whose parts would add up to more than there are people', () => {
  it('is refused and lowers nothing: the cumulative 245 after 207 of 245', async () => {
    const areaId = await designated('浪琴湾7号楼');
    const { roundId } = await act(context, officer, recordScreening, part(areaId, 207));
    await expect(
      act(context, officer, recordScreening, part(areaId, 245, { roundId })),
    ).rejects.toMatchObject({
      kind: 'invalid-input',
      faults: [{ pointer: '/tested', reason: '207 were recorded before: 452 of 245' }],
    });
    now = beijing('2022-12-02T00:01:00');
    await sweepDowngrades(db, clock, 'test');
    expect(await areaDetail(context, officer, areaId)).toMatchObject({ level: 'HIGH' });
    await act(context, officer, recordScreening, part(areaId, 38, { roundId }));
    now = beijing('2022-12-02T00:02:00');
    await sweepDowngrades(db, clock, 'test');
    expect(await areaDetail(context, officer, areaId)).toMatchObject({ level: null });
  });

  it('is a fault to the rule where an older version let it in, and its parts can be withdrawn', async () => {
    const areaId = await designated('浪琴湾10号楼', '2022-12-02');
    now = beijing('2022-12-07T20:00:00');
    const window = { windowFrom: beijing('2022-12-07T07:00:00'), windowTo: beijing('2022-12-07T12:00:00') };
    const { roundId } = await act(context, officer, recordScreening, part(areaId, 207, window));
    await db.pool.query('alter table screening disable trigger screening_round_within_target');
    await insertPart(areaId, roundId, 245, '2022-12-07');
    await db.pool.query('alter table screening enable trigger screening_round_within_target');
    now = beijing('2022-12-08T00:01:00');
    await sweepDowngrades(db, clock, 'test');
    const { level, decision } = await areaDetail(context, officer, areaId);
    expect(level).toBe('HIGH');
    expect(decision?.missing).toContainEqual(expect.objectContaining({ fault: 'SUM_OVER_TARGET' }));
    const wrong = (await areaRecords(db.prisma, areaId)).rounds.find((row) => row.tested === 245);
    const withdrawal = {
      areaId,
      record: 'SCREENING' as const,
      recordId: wrong?.id ?? '',
      reason: '累计误填',
    };
    await act(context, officer, withdrawRecord, withdrawal);
    expect((await areaDetail(context, officer, areaId)).decision?.round).toMatchObject({ tested: 207 });
  });
});
