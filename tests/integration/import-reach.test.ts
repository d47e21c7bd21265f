import { beforeEach, describe, expect, it } from 'vitest';
import { PREVIEW_SECTIONS } from '@/domain/list/preview';
import { act } from '@/server/acts/act';
import { listAreas } from '@/server/areas/list-areas';
import { resolveArea } from '@/server/areas/resolve-area';
import type { Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { applyList } from '@/server/ingest/apply-list';
import { boundPreview } from '@/server/ingest/bound-preview';
import { confirmHeldList } from '@/server/ingest/confirm-held-list';
import { decisionRight } from '@/server/ingest/decision-right';
import { divisionBook } from '@/server/ingest/division-book';
import { importNotes } from '@/server/ingest/import-notes';
import { listImports } from '@/server/ingest/list-imports';
import { previewRows } from '@/server/ingest/preview-rows';
import { rejectHeldList } from '@/server/ingest/reject-held-list';
import { freshDatabase } from './fresh-database';
import {
  contextAt,
  imported,
  nationalArea,
  nationalLevels,
  officer,
  ofWeifang,
  preview,
  rowCounts,
} from './import-fixture';
import { account } from './people';
import { placeDivisions } from './places';

const HANTING = '山东省 潍坊市 寒亭区';
const XINCHENG = '内蒙古自治区 呼和浩特市 新城区';
const ofHanting: Viewer = { ...ofWeifang, id: 'h', scope: '370000/370700/370703/' };
const places = (path: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${path}|第${at + 1}小区`);
const NATION = {
  hour: '2022-12-01 9时',
  high: [...places(HANTING, 4), ...places(XINCHENG, 4), '内蒙古自治区 呼和浩特市 滨河新城|幸福小区'],
};
/** Forged: it names a few places of one county, and would end the rest of the nation. */
const FORGED = { hour: '2022-12-01 15时', high: places(HANTING, 4) };

let db: Database;
beforeEach(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  return () => db.close();
});

describe('a list that speaks of ground outside the jurisdiction', () => {
  it('is previewed there, and neither applied nor held', async () => {
    const context = contextAt(db, '2022-12-01T10:00:00');
    const seen = await preview(context, NATION);
    const before = await rowCounts(db);
    for (const viewer of [ofWeifang, ofHanting]) {
      await expect(act(context, viewer, applyList, { preview: seen })).rejects.toMatchObject({
        kind: 'not-found',
        extra: { code: 'out-of-reach' },
      });
    }
    expect(await rowCounts(db)).toEqual(before);
  });

  it('counts what it would end as ground it speaks of', async () => {
    await imported(contextAt(db, '2022-12-01T10:00:00'), NATION);
    const context = contextAt(db, '2022-12-01T16:00:00');
    const seen = await preview(context, FORGED);
    expect(seen.plan.diff.ended).toHaveLength(5);
    await expect(act(context, ofWeifang, applyList, { preview: seen })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(Object.keys(await nationalLevels(db))).toHaveLength(5);
    expect(await db.prisma.listImport.count()).toBe(1);
  });

  it('waits for one whose ground it is: neither confirmed nor set aside by another', async () => {
    await imported(contextAt(db, '2022-12-01T10:00:00'), NATION);
    const context = contextAt(db, '2022-12-01T16:00:00');
    const { status, importId } = await imported(context, FORGED);
    expect(status).toBe('HELD');
    const before = await rowCounts(db);
    const input = { importId, reason: '已核实' };
    await expect(act(context, ofWeifang, confirmHeldList, input)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(act(context, ofWeifang, rejectHeldList, input)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await rowCounts(db)).toEqual(before);
    expect(await db.prisma.listImport.findUnique({ where: { id: importId } })).toMatchObject({
      status: 'HELD',
      decidedBy: null,
    });
  });

  it('that names nothing speaks of the whole nation', async () => {
    await imported(contextAt(db, '2022-12-01T10:00:00'), { ...FORGED, hour: '2022-12-01 9时' });
    const context = contextAt(db, '2022-12-01T16:00:00');
    const seen = await preview(context, { hour: '2022-12-01 15时' });
    await expect(act(context, ofWeifang, applyList, { preview: seen })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('is applied there where all it names and would change lies inside', async () => {
    const context = contextAt(db, '2022-12-01T10:00:00');
    const seen = await preview(context, { ...FORGED, hour: '2022-12-01 9时' });
    expect(await act(context, ofWeifang, applyList, { preview: seen })).toMatchObject({ status: 'APPLIED' });
  });

  it('tells whoever may not decide it who can', async () => {
    const keeper = await account(db, 'OFFICER');
    await account(db, 'OFFICER', '370700');
    await account(db, 'STAFF');
    const context = contextAt(db, '2022-12-01T10:00:00');
    const seen = await preview(context, NATION);
    const name = `Person ${keeper.name.split('-')[1]}`;
    expect(await decisionRight(context, ofWeifang, seen, null)).toEqual({
      decide: false,
      reject: false,
      why: 'OUT_OF_REACH',
      others: [name],
    });
  });

  it('once held tells whoever offered it that another must confirm', async () => {
    await imported(contextAt(db, '2022-12-01T10:00:00'), NATION);
    const context = contextAt(db, '2022-12-01T16:00:00');
    const { importId } = await imported(context, FORGED);
    const seen = await preview(context, FORGED);
    expect(await decisionRight(context, officer, seen, importId)).toMatchObject({
      decide: false,
      reject: true,
      why: 'OFFERED',
    });
  });
});

describe('what lists show to an officer of one division', () => {
  const ROWS = { ...NATION, hour: '2022-12-01 15时', high: [...places(HANTING, 2), ...places(XINCHENG, 2)] };

  it('is what lies in it: rows, notes and history name nothing outside', async () => {
    await imported(contextAt(db, '2022-12-01T10:00:00'), NATION);
    const context = contextAt(db, '2022-12-01T16:00:00');
    const seen = await preview(context, ROWS);
    const { importId } = await imported(context, ROWS);
    const shown = boundPreview(await divisionBook(db), ofWeifang, seen);
    const paths = PREVIEW_SECTIONS.flatMap((section) => previewRows(shown, section, 'zh')).map(
      (row) => row.path,
    );
    expect(new Set(paths)).toEqual(new Set([HANTING]));
    expect(shown.plan.diff.ended).toHaveLength(2);
    expect(seen.plan.diff.ended).toHaveLength(5);
    const notes = await importNotes(context, ofWeifang);
    expect(notes).toMatchObject({ unresolved: [], outside: { unresolved: 1 } });
    expect((await importNotes(context, officer)).unresolved).toHaveLength(1);
    const { imports } = await listImports(context, ofWeifang);
    expect(imports[0]).toMatchObject({ id: importId, status: 'HELD' });
    expect(JSON.stringify(imports)).not.toContain('内蒙古');
  });

  it('of differences at home those inside', async () => {
    await db.prisma.setting.create({ data: { key: 'home.division', value: '150100' } });
    const context = contextAt(db, '2022-12-01T10:00:00');
    await imported(context, NATION);
    const seen = await importNotes(context, officer);
    expect(seen.discrepancies.length).toBeGreaterThan(0);
    const notes = await importNotes(context, ofWeifang);
    expect(notes.discrepancies).toEqual([]);
    expect(notes.outside.discrepancies).toBe(seen.discrepancies.length);
  });
});

describe('an unresolved place', () => {
  const row = async () => {
    const { divisionCode, resolved } = await nationalArea(db, '幸福小区');
    return { divisionCode, resolved };
  };

  it('is not moved by an officer who cannot see it', async () => {
    const context = contextAt(db, '2022-12-01T10:00:00');
    await imported(context, NATION);
    const { id } = await nationalArea(db, '幸福小区');
    const { areas } = await listAreas(context, ofWeifang, { unresolved: true });
    expect(areas).toEqual([]);
    const before = await rowCounts(db);
    for (const divisionCode of ['370703', '150102']) {
      await expect(
        act(context, ofWeifang, resolveArea, { areaId: id, divisionCode, reason: '归本区' }),
      ).rejects.toMatchObject({ kind: 'not-found' });
    }
    expect(await row()).toEqual({ divisionCode: '150100', resolved: false });
    expect(await rowCounts(db)).toEqual(before);
  });

  it('stays within what its written path is known to lead to, whoever places it', async () => {
    const context = contextAt(db, '2022-12-01T10:00:00');
    await imported(context, NATION);
    const { id } = await nationalArea(db, '幸福小区');
    await expect(
      act(context, officer, resolveArea, { areaId: id, divisionCode: '370703', reason: '归寒亭区' }),
    ).rejects.toMatchObject({
      kind: 'invalid-input',
      faults: [{ pointer: '/divisionCode' }],
      extra: { code: 'outside-written-path', within: '内蒙古自治区 呼和浩特市' },
    });
    expect(await row()).toEqual({ divisionCode: '150100', resolved: false });
    await act(context, officer, resolveArea, { areaId: id, divisionCode: '150102', reason: '归新城区' });
    expect(await row()).toEqual({ divisionCode: '150102', resolved: true });
  });

  it('is bound by its words also where no division was stored with it', async () => {
    const context = contextAt(db, '2022-12-01T10:00:00');
    const high = ['山东省 潍坊市 新一区|幸福小区', '山东省 潍坊市 新二区|幸福小区'];
    await imported(context, { hour: '2022-12-01 9时', high });
    const area = await db.prisma.area.findFirstOrThrow({ where: { name: '幸福小区', divisionCode: null } });
    const attempt = (divisionCode: string, viewer: Viewer) =>
      act(context, viewer, resolveArea, { areaId: area.id, divisionCode, reason: '归该区' });
    await expect(attempt('370703', ofWeifang)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(attempt('150102', officer)).rejects.toMatchObject({ kind: 'invalid-input' });
    await attempt('370703', officer);
    expect(await db.prisma.area.findUnique({ where: { id: area.id } })).toMatchObject({
      divisionCode: '370703',
    });
  });
});

describe('a forged file', () => {
  it('of thirty places does not replace the national list by one account', async () => {
    await imported(contextAt(db, '2022-12-01T10:00:00'), {
      ...NATION,
      high: [...places(HANTING, 60), ...NATION.high.slice(4)],
    });
    const standing = Object.keys(await nationalLevels(db)).length;
    const context = contextAt(db, '2022-12-01T16:00:00');
    const forged = { hour: '2022-12-01 15时', high: places(HANTING, 30) };
    const { status, importId } = await act(context, officer, applyList, {
      preview: await preview(context, forged),
    });
    expect(status).toBe('HELD');
    const input = { importId, reason: '属实，属实' };
    await expect(act(context, officer, confirmHeldList, input)).rejects.toMatchObject({ kind: 'conflict' });
    expect(Object.keys(await nationalLevels(db))).toHaveLength(standing);
  });
});
