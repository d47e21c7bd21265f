import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DesignateAreaInput } from '@/domain/acts/area';
import { act } from '@/server/acts/act';
import { areaHistory } from '@/server/areas/area-history';
import { changeLevel } from '@/server/areas/change-level';
import { designateArea } from '@/server/areas/designate-area';
import { recordInfection } from '@/server/areas/record-infection';
import { recordScreening } from '@/server/areas/record-screening';
import { sweepDowngrades } from '@/server/areas/sweep-downgrades';
import { presentClock } from '@/server/clock/present-clock';
import { type Database, openDatabase } from '@/server/db/connect';
import { transact } from '@/server/db/transact';
import { Problem } from '@/server/errors';
import { beijing, officer } from './api-server';
import { freshDatabase } from './fresh-database';
import { holdCommits, waiting } from './held-commit';
import { anotherHistory } from './histories';
import { placeDivisions } from './places';

let db: Database;
/** A second process at the same database. */
let other: Database;
let now = beijing('2022-11-26T20:00:00');
const machine = { now: () => now, drill: false };
const contextOf = (of: Database) => ({
  db: of,
  clock: presentClock(of, machine),
  downgrade: { request: async () => undefined },
});

beforeAll(async () => {
  db = await freshDatabase();
  other = openDatabase(db.url);
  await placeDivisions(db);
});
afterAll(async () => {
  await other.close();
  await db.close();
});
afterEach(async () => {
  await anotherHistory(db);
  await anotherHistory(other);
});

const place = (name: string, more: Partial<DesignateAreaInput> = {}): DesignateAreaInput => ({
  divisionCode: '370703',
  name,
  level: 'HIGH',
  effectiveAt: now,
  reason: '发现2例感染者',
  ...more,
});

async function designated(name: string, at = '2022-11-26T20:00:00', more: Partial<DesignateAreaInput> = {}) {
  now = beijing(at);
  return (await act(contextOf(db), officer, designateArea, place(name, more))).areaId;
}

const standingOf = async (areaId: string) =>
  (await areaHistory(contextOf(db), officer, areaId)).find((row) => row.recordedTo === null)?.id ?? null;

async function lowered(areaId: string, effective: string, recorded = effective) {
  now = beijing(recorded);
  await act(contextOf(db), officer, changeLevel, {
    areaId,
    expectedDesignationId: await standingOf(areaId),
    to: 'LOW',
    effectiveAt: beijing(effective),
    reason: '专家组评估',
  });
}

const found = (of: Database, areaId: string, foundOn: string) =>
  act(contextOf(of), officer, recordInfection, {
    areaId,
    foundOn,
    count: 1,
    countsForDesignation: true,
    resetsClock: true,
    exclusion: null,
    reason: '流调',
  });

const allNegative = (areaId: string, day: string) =>
  act(contextOf(db), officer, recordScreening, {
    areaId,
    windowFrom: beijing(`${day}T07:00:00`),
    windowTo: beijing(`${day}T12:00:00`),
    target: 412,
    tested: 412,
    positive: 0,
  });

/** Lines of the log about an area, oldest first: what each said. */
async function told(areaId: string): Promise<string[]> {
  const rows = await db.prisma.changeLog.findMany({ where: { subject: areaId }, orderBy: { seq: 'asc' } });
  return rows.map(({ data }) => {
    const { cause, evidence } = data as { cause?: string; evidence?: string };
    return cause ?? evidence ?? '';
  });
}

describe('a lowering by the rule', () => {
  it('weighs an infection recorded after the pass had begun', async () => {
    const areaId = await designated('开元街道锁住楼');
    now = beijing('2022-12-01T13:00:00');
    await allNegative(areaId, '2022-12-01');
    now = beijing('2022-12-02T00:00:00');
    const hold = await db.pool.connect();
    await hold.query('begin');
    await hold.query('lock table downgrade_run in access exclusive mode');
    const pass = sweepDowngrades(other, presentClock(other, machine), 'test');
    await waiting(db, 1);
    now += 1_000;
    await found(db, areaId, '2022-12-01');
    now += 1_000;
    await hold.query('rollback');
    hold.release();
    await pass;
    expect(await told(areaId)).toEqual(['DESIGNATED', 'SCREENING', 'INFECTION']);
  });

  it('weighs an infection recorded between finding the area due and lowering it', async () => {
    const areaId = await designated('开元街道排队楼');
    now = beijing('2022-12-01T13:00:00');
    await allNegative(areaId, '2022-12-01');
    now = beijing('2022-12-02T00:00:00');
    // The infection stands before its commit while the pass finds the area due, which it is by all that is committed.
    const held = await holdCommits(db, areaId);
    now += 500;
    const recorded = found(db, areaId, '2022-12-01');
    await held.standing(1);
    // The clocks of two machines differ.
    now -= 500;
    const pass = sweepDowngrades(other, presentClock(other, machine), 'test');
    await waiting(db, 2);
    await held.release();
    await recorded;
    await pass;
    expect(await told(areaId)).toEqual(['DESIGNATED', 'SCREENING', 'INFECTION']);
  });
});

describe('recorded time', () => {
  it('runs with the numbers of the log while two processes record at once and the machine’s clock steps back', async () => {
    const at = beijing('2022-11-27T09:00:00');
    const from = await db.prisma.changeLog.count();
    const acts = Array.from({ length: 40 }, (_, n) => async () => {
      now = at - (n % 7) * 60_000;
      const of = n % 2 ? db : other;
      await act(
        contextOf(of),
        officer,
        designateArea,
        place(`开元街道时钟${n}号楼`, { effectiveAt: at - 3_600_000 }),
      );
    });
    await Promise.all(acts.map((one) => one()));
    const lines = (await db.prisma.changeLog.findMany({ orderBy: { seq: 'asc' } })).slice(from);
    const instants = lines.map(({ recordedAt }) => recordedAt.getTime());
    expect(lines).toHaveLength(40);
    expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
  });
});

describe('what two officers do at once', () => {
  it('tells every loser of a race for a place that it stands, and at which level', async () => {
    now = beijing('2022-11-27T10:00:00');
    const officers = Array.from({ length: 20 }, (_, n) => ({ ...officer, id: `o${n}` }));
    const places = ['甲楼', '乙楼', '丙楼', '丁楼'];
    const tries = places.flatMap((name) =>
      officers.map((who, n) =>
        act(contextOf(n % 2 ? db : other), who, designateArea, place(`朱里街道${name}`)),
      ),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') continue;
      expect(outcome.reason).toBeInstanceOf(Problem);
      expect(outcome.reason).toMatchObject({
        kind: 'conflict',
        extra: { presentLevel: 'HIGH', presentFrom: '2022-11-27T02:00:00.000Z', presentTo: '' },
      });
    }
  });

  it('refuses a start before the level that ended did, naming the end beside what was asked', async () => {
    const areaId = await designated('朱里街道回溯楼', '2022-11-26T20:00:00');
    await lowered(areaId, '2022-11-28T18:00:00');
    now = beijing('2022-11-29T09:00:00');
    const again = (at: string) =>
      act(contextOf(db), officer, designateArea, place('朱里街道回溯楼', { effectiveAt: beijing(at) }));
    await expect(again('2022-11-28T12:00:00')).rejects.toMatchObject({
      kind: 'conflict',
      faults: [{ pointer: '/effectiveAt' }],
      extra: {
        presentLevel: 'HIGH',
        presentFrom: '2022-11-26T12:00:00.000Z',
        presentTo: '2022-11-28T10:00:00.000Z',
        askedFrom: '2022-11-28T04:00:00.000Z',
      },
    });
    await again('2022-11-28T18:00:00');
    expect(await told(areaId)).toEqual(['DESIGNATED', 'LOWERED_BY_DECISION', 'DESIGNATED']);
  });

  it('refuses a level where an end is decided that has not come', async () => {
    const areaId = await designated('朱里街道将解楼', '2022-11-26T20:00:00');
    await lowered(areaId, '2022-11-28T18:00:00', '2022-11-28T09:00:00');
    now = beijing('2022-11-28T10:00:00');
    const until = { kind: 'conflict', extra: { presentTo: '2022-11-28T10:00:00.000Z' } };
    await expect(act(contextOf(db), officer, designateArea, place('朱里街道将解楼'))).rejects.toMatchObject(
      until,
    );
    const raise = {
      areaId,
      expectedDesignationId: null,
      to: 'HIGH' as const,
      effectiveAt: now,
      reason: '再次发现',
    };
    await expect(act(contextOf(db), officer, changeLevel, raise)).rejects.toMatchObject(until);
  });

  it('calls a place by its stored spelling and says what kind and population become', async () => {
    const areaId = await designated('朱里街道泰和花园（一期）3号楼', '2022-11-26T20:00:00', {
      population: 120,
    });
    await lowered(areaId, '2022-11-28T18:00:00');
    now = beijing('2022-11-29T09:00:00');
    const other = { kind: 'COMPOUND' as const, population: 480 };
    const again = await act(
      contextOf(db),
      officer,
      designateArea,
      place('朱里街道泰和花园(一期) 3号楼', other),
    );
    expect(again.areaId).toBe(areaId);
    const last = await db.prisma.changeLog.findFirstOrThrow({
      where: { subject: areaId },
      orderBy: { seq: 'desc' },
    });
    expect(last.data).toMatchObject({ name: '朱里街道泰和花园（一期）3号楼' });
    const line = await db.prisma.auditEntry.findFirstOrThrow({
      where: { entityId: areaId },
      orderBy: { seq: 'desc' },
    });
    expect(line.before).toEqual({ kind: 'BUILDING', population: 120 });
    expect(line.after).toMatchObject({ kind: 'COMPOUND', population: 480 });
    expect(await db.prisma.area.findUniqueOrThrow({ where: { id: areaId } })).toMatchObject(other);
  });

  it('tries again what the database asks to be tried again, and says so when that does not help', async () => {
    const failing = (times: number) => {
      let tries = 0;
      return transact({ db, clock: machine }, 'recording', 'o', async (tx) => {
        tries += 1;
        if (tries <= times) await tx.$executeRaw`do $$ begin raise exception using errcode = '40001'; end $$`;
        return { result: tries, changes: [], audit: [] };
      });
    };
    expect(await failing(2)).toBe(3);
    await expect(failing(3)).rejects.toMatchObject({ kind: 'temporarily-unavailable' });
  });

  it('says what the database refuses as a conflict, once for every verb', async () => {
    const areaId = await designated('朱里街道冲突楼', '2022-11-26T20:00:00');
    const copied = transact({ db, clock: machine }, 'recording', 'o', async (tx) => {
      await tx.$executeRaw`
        insert into designation select gen_random_uuid(), area_id, level, valid_from + interval '1 hour', null, recorded_from,
          null, cause, null, reason, policy_id, policy_version, notice_no, source, null, null, actor_id
        from designation where area_id = ${areaId}::uuid`;
      return { result: null, changes: [], audit: [] };
    });
    await expect(copied).rejects.toMatchObject({ kind: 'conflict', faults: [{ pointer: '/effectiveAt' }] });
    const twin = transact({ db, clock: machine }, 'recording', 'o', async (tx) => {
      await tx.$executeRaw`insert into authority (id, name_zh, name_en, own) values ('own', '本级', 'Own', true)`;
      return { result: null, changes: [], audit: [] };
    });
    await expect(twin).rejects.toMatchObject({ kind: 'conflict' });
  });
});
