import { beforeEach, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { resolveArea } from '@/server/areas/resolve-area';
import type { Database } from '@/server/db/connect';
import { importNotes } from '@/server/ingest/import-notes';
import { listImports } from '@/server/ingest/list-imports';
import { freshDatabase } from './fresh-database';
import { contextAt, imported, nationalArea, officer, ofWeifang, press } from './import-fixture';
import { placeDivisions } from './places';

const UNKNOWN = '山东省 潍坊市 滨海新城';
let db: Database;
const LIST = { hour: '2022-07-08 9时', high: [`${UNKNOWN}|幸福小区`, '山东省 潍坊市 寒亭区|元和新城1号楼'] };

beforeEach(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  await imported(contextAt(db, '2022-07-08T10:00:00'), LIST);
  return () => db.close();
});

describe('a place whose path leads to no county', () => {
  it('is an area all the same, under its prefecture, and is listed for an officer', async () => {
    const area = await nationalArea(db, '幸福小区');
    expect(area).toMatchObject({ divisionCode: '370700', resolved: false, writtenPath: UNKNOWN });
    const { unresolved } = await importNotes(contextAt(db, '2022-07-08T11:00:00'), officer);
    expect(unresolved).toEqual([{ areaId: area.id, name: '幸福小区', writtenPath: UNKNOWN, level: 'HIGH' }]);
  });

  it('is resolved by an officer with a reason, told to the log, and found again by the next list', async () => {
    const context = contextAt(db, '2022-07-08T11:00:00');
    const { id } = await nationalArea(db, '幸福小区');
    await act(context, officer, resolveArea, {
      areaId: id,
      divisionCode: '370703',
      reason: '滨海新城归寒亭区',
    });
    expect((await importNotes(context, officer)).unresolved).toEqual([]);
    const [event] = await db.prisma.changeLog.findMany({
      where: { subject: id },
      orderBy: { seq: 'desc' },
      take: 1,
    });
    expect(event).toMatchObject({
      type: 'fengqu.area.renamed.v1',
      data: {
        cause: 'CORRECTED',
        divisionCode: '370703',
        path: ['山东省', '潍坊市', '寒亭区'],
        name: '幸福小区',
      },
    });
    const again = await imported(contextAt(db, '2022-07-08T21:00:00'), { ...LIST, hour: '2022-07-08 20时' });
    expect(again).toMatchObject({ counts: { added: 0, ended: 0, unchanged: 2 } });
    expect(await nationalArea(db, '幸福小区')).toMatchObject({ id, divisionCode: '370703', resolved: true });
  });

  it('keeps its identity when the list words it otherwise, or names its county at last', async () => {
    const before = await nationalArea(db, '幸福小区');
    const others = LIST.high.slice(1);
    const reworded = { hour: '2022-07-08 12时', high: [`${UNKNOWN}|幸福`, ...others] };
    const first = await imported(contextAt(db, '2022-07-08T13:00:00'), reworded);
    expect(first).toMatchObject({ counts: { added: 0, ended: 0, renamed: 1 } });
    expect(await nationalArea(db, '幸福')).toMatchObject({ id: before.id, resolved: false });
    const placed = { hour: '2022-07-08 15时', high: ['山东省 潍坊市 奎文区|幸福小区', ...others] };
    const then = await imported(contextAt(db, '2022-07-08T16:00:00'), placed);
    expect(then).toMatchObject({ counts: { added: 0, ended: 0, renamed: 1 } });
    expect(await nationalArea(db, '幸福小区')).toMatchObject({
      id: before.id,
      divisionCode: '370705',
      resolved: true,
    });
    const told = await db.prisma.changeLog.findMany({
      where: { subject: before.id },
      orderBy: { seq: 'asc' },
    });
    expect(told.map(({ type }) => type)).toEqual([
      'fengqu.area-status.changed.v1',
      'fengqu.area.renamed.v1',
      'fengqu.area.renamed.v1',
    ]);
    expect(told[2]).toMatchObject({ data: { cause: 'IMPORTED', divisionCode: '370705' } });
  });

  it('is not resolved into a division outside the officer’s reach, nor without a reason', async () => {
    const context = contextAt(db, '2022-07-08T11:00:00');
    const { id } = await nationalArea(db, '幸福小区');
    const attempt = (divisionCode: string, reason: string, viewer = ofWeifang) =>
      act(context, viewer, resolveArea, { areaId: id, divisionCode, reason });
    await expect(attempt('150102', '归新城区')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(attempt('370703', '')).rejects.toMatchObject({ faults: [{ pointer: '/reason' }] });
    await expect(attempt('370703', '归寒亭区', press)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await nationalArea(db, '幸福小区')).toMatchObject({ divisionCode: '370700', resolved: false });
  });
});

describe('the history of imports', () => {
  it('shows what waits for a decision first', async () => {
    const older = { hour: '2022-07-08 8时', high: LIST.high };
    await imported(contextAt(db, '2022-07-08T12:00:00'), older);
    await imported(contextAt(db, '2022-07-08T21:00:00'), { ...LIST, hour: '2022-07-08 20时' });
    const { total, imports } = await listImports({ db }, officer);
    expect(total).toBe(3);
    expect(imports.map(({ status, listTime }) => [status, new Date(listTime).toISOString()])).toEqual([
      ['HELD', '2022-07-08T00:00:00.000Z'],
      ['APPLIED', '2022-07-08T12:00:00.000Z'],
      ['APPLIED', '2022-07-08T01:00:00.000Z'],
    ]);
    await expect(listImports({ db }, press)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
