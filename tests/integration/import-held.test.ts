import { beforeEach, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { systemViewer, type Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { confirmHeldList } from '@/server/ingest/confirm-held-list';
import { listImports } from '@/server/ingest/list-imports';
import { rejectHeldList } from '@/server/ingest/reject-held-list';
import { freshDatabase } from './fresh-database';
import {
  contextAt,
  imported,
  nationalArea,
  nationalBytes,
  nationalLevels,
  officer,
  press,
  preview,
  second,
} from './import-fixture';
import { placeDivisions } from './places';

const HANTING = '山东省 潍坊市 寒亭区';
const XINCHENG = '内蒙古自治区 呼和浩特市 新城区';
const places = (count: number) => Array.from({ length: count }, (_, at) => `${HANTING}|第${at + 1}小区`);

let db: Database;
const FULL = { hour: '2022-12-01 9时', high: [...places(9), `${XINCHENG}|东干丈村`] };
const TRUNCATED = { hour: '2022-12-01 15时', high: [...places(4), `${XINCHENG}|东干丈村`] };

beforeEach(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  await imported(contextAt(db, '2022-12-01T10:00:00'), FULL);
  return () => db.close();
});

async function held(list = TRUNCATED, hour = '2022-12-01T16:00:00'): Promise<string> {
  const outcome = await imported(contextAt(db, hour), list);
  expect(outcome.status).toBe('HELD');
  return outcome.importId;
}

describe('a list that drops more than the configured share', () => {
  it('is stored with its bytes and releases nothing', async () => {
    const importId = await held();
    const row = await db.prisma.listImport.findUniqueOrThrow({
      where: { id: importId },
      include: { file: true },
    });
    expect(row).toMatchObject({ status: 'HELD', decidedAt: null });
    expect(Buffer.from(row.file?.content ?? []).equals(Buffer.from(nationalBytes(TRUNCATED)))).toBe(true);
    expect(Object.keys(await nationalLevels(db))).toHaveLength(10);
    expect(await db.prisma.changeLog.count()).toBe(10);
    expect(await db.prisma.auditEntry.findFirst({ orderBy: { seq: 'desc' } })).toMatchObject({
      action: 'LIST_HELD',
      entityId: importId,
    });
  });

  it('is stored with the figures that hold it, and said when its history is read', async () => {
    const importId = await held();
    const { summary } = await db.prisma.listImport.findUniqueOrThrow({ where: { id: importId } });
    expect(summary).toHaveProperty('holds', [
      { v: 1, code: 'TOO_MANY_GONE', before: 10, gone: 5, net: false, most: 0.35 },
    ]);
    const { imports } = await listImports({ db }, officer);
    expect(imports.find(({ id }) => id === importId)?.holds).toEqual([
      {
        code: 'TOO_MANY_GONE',
        text: {
          zh: '10处中有5处不再列出（50 %），超过35 %。',
          en: '5 of 10 places are gone (50 %), more than 35 %.',
        },
      },
    ]);
  });

  it('waits as one import however often it comes', async () => {
    const importId = await held();
    expect(await held()).toBe(importId);
    expect(await db.prisma.listImport.count()).toBe(2);
  });

  it('is applied by a second person with a reason, who is named', async () => {
    const importId = await held();
    const context = contextAt(db, '2022-12-01T17:00:00');
    const outcome = await act(context, second, confirmHeldList, { importId, reason: '已电话核实，属实' });
    expect(outcome).toMatchObject({ status: 'APPLIED', importId, counts: { ended: 5 } });
    expect(Object.keys(await nationalLevels(db))).toHaveLength(5);
    expect(await db.prisma.listImport.findUniqueOrThrow({ where: { id: importId } })).toMatchObject({
      status: 'APPLIED',
      held: true,
      decidedBy: 'o2',
      decideReason: '已电话核实，属实',
    });
    await expect(
      act(context, second, confirmHeldList, { importId, reason: '再来一次' }),
    ).rejects.toMatchObject({
      kind: 'conflict',
      extra: { code: 'decided-already', stands: 'APPLIED', decidedBy: 'o2', reason: '已电话核实，属实' },
    });
  });

  it('cannot be confirmed without a reason, nor by the press', async () => {
    const importId = await held();
    const context = contextAt(db, '2022-12-01T17:00:00');
    await expect(act(context, second, confirmHeldList, { importId, reason: ' ' })).rejects.toMatchObject({
      kind: 'invalid-input',
      faults: [{ pointer: '/reason' }],
    });
    await expect(act(context, press, confirmHeldList, { importId, reason: '已核实' })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(Object.keys(await nationalLevels(db))).toHaveLength(10);
  });

  it('is not confirmed by whoever offered it, nor by the system, and the database refuses both', async () => {
    const importId = await held();
    const context = contextAt(db, '2022-12-01T17:00:00');
    const confirm = (viewer: Viewer) => act(context, viewer, confirmHeldList, { importId, reason: '已核实' });
    await expect(confirm(officer)).rejects.toMatchObject({
      kind: 'conflict',
      extra: { code: 'second-person' },
    });
    await expect(confirm(systemViewer('console'))).rejects.toMatchObject({ kind: 'not-found' });
    const decide = (decidedBy: string) =>
      db.prisma.listImport.update({
        where: { id: importId },
        data: { status: 'APPLIED', decidedBy, decidedAt: new Date(), decideReason: '已核实' },
      });
    await expect(decide('o')).rejects.toThrow(/second person/);
    await expect(decide('system:console')).rejects.toThrow(/second person/);
    expect(Object.keys(await nationalLevels(db))).toHaveLength(10);
    expect(await db.prisma.listImport.findUnique({ where: { id: importId } })).toMatchObject({
      status: 'HELD',
      held: true,
    });
  });

  it('is decided once and stays marked as held, whoever writes to the database', async () => {
    const importId = await held();
    const where = { id: importId };
    await expect(db.prisma.listImport.update({ where, data: { held: false } })).rejects.toThrow(
      /only the decision/,
    );
    await expect(db.prisma.listImport.update({ where, data: { actorId: 'o2' } })).rejects.toThrow(
      /only the decision/,
    );
    const context = contextAt(db, '2022-12-01T17:00:00');
    await act(context, second, confirmHeldList, { importId, reason: '已核实' });
    await expect(db.prisma.listImport.update({ where, data: { status: 'REJECTED' } })).rejects.toThrow(
      /decided already/,
    );
    expect(await db.prisma.listImport.findUnique({ where })).toMatchObject({ status: 'APPLIED', held: true });
  });

  it('may be taken back by whoever offered it', async () => {
    const importId = await held();
    await act(contextAt(db, '2022-12-01T17:00:00'), officer, rejectHeldList, {
      importId,
      reason: '文件不完整',
    });
    expect(await db.prisma.listImport.findUnique({ where: { id: importId } })).toMatchObject({
      status: 'REJECTED',
      decidedBy: 'o',
    });
  });

  it('is rejected for good, and held anew when it comes again', async () => {
    const importId = await held();
    const context = contextAt(db, '2022-12-01T17:00:00');
    await act(context, officer, rejectHeldList, { importId, reason: '文件不完整' });
    expect(await db.prisma.listImport.findUniqueOrThrow({ where: { id: importId } })).toMatchObject({
      status: 'REJECTED',
      decideReason: '文件不完整',
    });
    expect(Object.keys(await nationalLevels(db))).toHaveLength(10);
    await expect(
      act(context, officer, rejectHeldList, { importId, reason: '文件不完整' }),
    ).rejects.toMatchObject({
      kind: 'conflict',
    });
    expect(await held()).not.toBe(importId);
  });

  it('applied by mistake is mended by confirming the whole list of the hour before', async () => {
    const before = await nationalArea(db, '第9小区');
    const importId = await held();
    await act(contextAt(db, '2022-12-01T17:00:00'), second, confirmHeldList, {
      importId,
      reason: '误以为属实',
    });
    const again = { ...FULL, hour: '2022-12-01 12时' };
    const outcome = await imported(contextAt(db, '2022-12-01T18:00:00'), again, '上一份名单不完整');
    expect(outcome).toMatchObject({ status: 'APPLIED', counts: { added: 5, returned: 5 } });
    expect(Object.keys(await nationalLevels(db))).toHaveLength(10);
    expect((await nationalArea(db, '第9小区')).id).toBe(before.id);
    // The list applied last counts, not the one of the latest hour.
    expect((await imported(contextAt(db, '2022-12-01T18:00:00'), again)).status).toBe('ALREADY_APPLIED');
  });
});

describe('other reasons to wait', () => {
  it('are a list older than the last one', async () => {
    const { plan } = await preview(contextAt(db, '2022-12-01T16:00:00'), { ...FULL, hour: '2022-12-01 8时' });
    expect(plan.holds.map((hold) => hold.code)).toEqual(['OLDER_THAN_LAST']);
  });

  it('are not one small province that ended, nor a second edition that has more', async () => {
    const context = contextAt(db, '2022-12-01T16:00:00');
    const ended = await preview(context, { hour: '2022-12-01 15时', high: places(9) });
    expect(ended.plan.holds).toEqual([]);
    const more = await preview(context, { ...FULL, high: [...FULL.high, `${XINCHENG}|大窑村`] });
    expect(more.plan.holds).toEqual([]);
  });

  it('are a second edition of an hour that lacks a place of the first', async () => {
    const list = { ...FULL, high: [...FULL.high.slice(1), `${XINCHENG}|大窑村`] };
    const { plan } = await preview(contextAt(db, '2022-12-01T16:00:00'), list);
    expect(plan.holds.map((hold) => hold.code)).toEqual(['SAME_HOUR_OTHER_CONTENT']);
  });

  it('are an hour that the clock has not reached', async () => {
    const list = { ...FULL, hour: '2022-12-01 15时' };
    const { plan } = await preview(contextAt(db, '2022-12-01T14:00:00'), list);
    expect(plan.holds.map((hold) => hold.code)).toEqual(['DATED_AHEAD']);
    expect((await preview(contextAt(db, '2022-12-01T15:00:00'), list)).plan.holds).toEqual([]);
  });

  it('follow the share an administrator has set, and a wrong setting judges nothing', async () => {
    const context = contextAt(db, '2022-12-01T16:00:00');
    const data = { key: 'list.maxDropShare', value: 0.6 };
    await db.prisma.setting.create({ data });
    expect((await preview(context, TRUNCATED)).plan.holds).toEqual([]);
    await db.prisma.setting.update({ where: { key: data.key }, data: { value: 'viel' } });
    await expect(preview(context, TRUNCATED)).rejects.toMatchObject({ kind: 'temporarily-unavailable' });
  });
});
