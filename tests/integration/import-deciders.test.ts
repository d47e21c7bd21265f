import { beforeEach, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import type { Viewer } from '@/server/auth/viewer';
import { type Database, openDatabase } from '@/server/db/connect';
import { applyList } from '@/server/ingest/apply-list';
import { confirmHeldList } from '@/server/ingest/confirm-held-list';
import { rejectHeldList } from '@/server/ingest/reject-held-list';
import type { ServiceContext } from '@/server/service-context';
import { freshDatabase } from './fresh-database';
import { contextAt, imported, nationalLevels, officer, preview, second } from './import-fixture';
import { placeDivisions } from './places';

const HANTING = '山东省 潍坊市 寒亭区';
const XINCHENG = '内蒙古自治区 呼和浩特市 新城区';
const places = (count: number) => Array.from({ length: count }, (_, at) => `${HANTING}|第${at + 1}小区`);
const FULL = { hour: '2022-12-01 9时', high: [...places(9), `${XINCHENG}|东干丈村`] };
const TRUNCATED = { hour: '2022-12-01 15时', high: [...places(2), `${XINCHENG}|东干丈村`] };
const third: Viewer = { ...officer, id: 'o3', displayName: '值班员丁' };

let db: Database;
let other: Database;
let here: ServiceContext;
let there: ServiceContext;

beforeEach(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  await imported(contextAt(db, '2022-12-01T10:00:00'), FULL);
  other = openDatabase(db.url);
  here = contextAt(db, '2022-12-01T16:00:00');
  there = contextAt(other, '2022-12-01T16:00:00');
  return async () => {
    await other.close();
    await db.close();
  };
});

async function held(): Promise<string> {
  const { status, importId } = await imported(here, TRUNCATED);
  expect(status).toBe('HELD');
  return importId;
}

/**
 * Start the first while nobody may write the imports; once it waits for that, start the other, and let both go. The
 * other has looked by then too, unless writers queue before they look.
 */
async function together<T>(
  first: () => Promise<T>,
  then: () => Promise<T>,
): Promise<PromiseSettledResult<T>[]> {
  const gate = await db.pool.connect();
  // Not asked by the gate: within one transaction the activity is read once.
  const waiting = async () => {
    const { rows } = await db.pool.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.length;
  };
  try {
    await gate.query('begin');
    await gate.query('lock table list_import in exclusive mode');
    const one = first();
    await expect.poll(waiting, { timeout: 60_000 }).toBeGreaterThan(0);
    const settled = Promise.allSettled([one, then()]);
    await expect
      .poll(waiting, { timeout: 3_000 })
      .toBeGreaterThan(1)
      .catch(() => undefined);
    await gate.query('commit');
    return await settled;
  } finally {
    gate.release();
  }
}

const words = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes
    .map((outcome) => (outcome.status === 'fulfilled' ? 'done' : (outcome.reason as { kind: string }).kind))
    .sort();
const reasonOf = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))[0];

const state = (id: string) => db.prisma.listImport.findUniqueOrThrow({ where: { id } });
const decisions = (id: string) =>
  db.prisma.auditEntry.count({
    where: { entityId: id, action: { in: ['LIST_APPLIED', 'LIST_REJECTED'] } },
  });

describe('of two who decide one held list at once', () => {
  it('one confirms it, and the other who would is told who did', async () => {
    const importId = await held();
    const confirm = (context: ServiceContext, viewer: Viewer) => () =>
      act(context, viewer, confirmHeldList, { importId, reason: `${viewer.displayName}已核实` });
    const outcomes = await together(confirm(here, second), confirm(there, third));
    expect(words(outcomes)).toEqual(['conflict', 'done']);
    const { status, decidedBy, decideReason } = await state(importId);
    expect(status).toBe('APPLIED');
    expect(reasonOf(outcomes)).toMatchObject({
      extra: { code: 'decided-already', stands: 'APPLIED', asked: 'APPLIED', reason: decideReason },
    });
    expect(decideReason).toBe(decidedBy === 'o2' ? '值班员乙已核实' : '值班员丁已核实');
    expect(await decisions(importId)).toBe(1);
  });

  it.each([['CONFIRM'], ['REJECT']])(
    'one confirms or one rejects it, never both (%s first)',
    async (first) => {
      const importId = await held();
      const confirm = () => act(here, second, confirmHeldList, { importId, reason: '已核实' });
      const reject = () => act(there, third, rejectHeldList, { importId, reason: '文件不完整' });
      const outcomes = await (first === 'CONFIRM'
        ? together<unknown>(confirm, reject)
        : together<unknown>(reject, confirm));
      expect(words(outcomes)).toEqual(['conflict', 'done']);
      const { status } = await state(importId);
      expect(reasonOf(outcomes)).toMatchObject({ extra: { code: 'decided-already', stands: status } });
      expect(Object.keys(await nationalLevels(db))).toHaveLength(status === 'APPLIED' ? 3 : 10);
      expect(await decisions(importId)).toBe(1);
    },
  );

  it('one rejects it, and the other who would is told so', async () => {
    const importId = await held();
    const reject = (context: ServiceContext, viewer: Viewer) => () =>
      act(context, viewer, rejectHeldList, { importId, reason: `${viewer.displayName}：不完整` });
    const outcomes = await together(reject(here, second), reject(there, third));
    expect(words(outcomes)).toEqual(['conflict', 'done']);
    expect(reasonOf(outcomes)).toMatchObject({ extra: { stands: 'REJECTED', asked: 'REJECTED' } });
    expect(await decisions(importId)).toBe(1);
  });
});

describe('of two who apply one file at once', () => {
  it('one applies it, and the other is told by whom it was applied', async () => {
    const list = { ...FULL, hour: '2022-12-01 12时', high: [...FULL.high, `${HANTING}|新花园`] };
    const [mine, theirs] = [await preview(here, list), await preview(there, list)];
    const outcomes = await together(
      () => act(here, officer, applyList, { preview: mine }),
      () => act(there, second, applyList, { preview: theirs }),
    );
    const said = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : null));
    expect(said.map((outcome) => outcome?.status).sort()).toEqual(['ALREADY_APPLIED', 'APPLIED']);
    const [applied, already] = said[0]?.status === 'APPLIED' ? said : [...said].reverse();
    const { decidedBy } = await state(applied?.importId ?? '');
    expect(already).toMatchObject({ importId: applied?.importId, by: { id: decidedBy } });
    expect(await db.prisma.listImport.count()).toBe(2);
    expect(await db.prisma.area.count({ where: { name: '新花园' } })).toBe(1);
  });
});

describe('settings changed between the preview and the apply', () => {
  const MILD = { hour: '2022-12-01 15时', high: [...places(7), `${XINCHENG}|东干丈村`] };

  it('make a list wait that the new share holds', async () => {
    const seen = await preview(here, MILD);
    expect(seen.plan.holds).toEqual([]);
    await db.prisma.setting.create({ data: { key: 'list.maxDropShare', value: 0.1 } });
    await expect(act(there, officer, applyList, { preview: seen })).rejects.toMatchObject({
      kind: 'conflict',
      extra: { code: 'preview-stale', changed: 'settings' },
    });
    expect(Object.keys(await nationalLevels(db))).toHaveLength(10);
  });

  it('keep a list off the division that became home', async () => {
    const seen = await preview(here, MILD);
    await db.prisma.setting.create({ data: { key: 'home.division', value: '370700' } });
    await expect(act(there, officer, applyList, { preview: seen })).rejects.toMatchObject({
      kind: 'conflict',
      extra: { code: 'preview-stale', changed: 'settings' },
    });
    expect(Object.keys(await nationalLevels(db))).toHaveLength(10);
  });

  it('do not refuse what it would do all the same', async () => {
    const seen = await preview(here, MILD);
    await db.prisma.setting.create({ data: { key: 'list.maxDropShare', value: 0.9 } });
    expect(await act(there, officer, applyList, { preview: seen })).toMatchObject({
      status: 'APPLIED',
      counts: { ended: 2 },
    });
  });
});
