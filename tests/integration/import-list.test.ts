import { beforeEach, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import type { Database } from '@/server/db/connect';
import { applyList } from '@/server/ingest/apply-list';
import { previewList } from '@/server/ingest/preview-list';
import { freshDatabase } from './fresh-database';
import {
  beijing,
  contextAt,
  imported,
  nationalArea,
  nationalBytes,
  nationalLevels,
  officer,
  press,
  preview,
  rowCounts,
} from './import-fixture';
import { placeDivisions } from './places';

const HANTING = '山东省 潍坊市 寒亭区';
const KUIWEN = '山东省 潍坊市 奎文区';
const XINCHENG = '内蒙古自治区 呼和浩特市 新城区';

let db: Database;
beforeEach(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  return () => db.close();
});

const FIRST = {
  hour: '2022-07-08 9时',
  high: [`${HANTING}|元和新城1号楼`, `${HANTING}|固堤街道东关村`],
  medium: [`${KUIWEN}|怡和苑`, `${KUIWEN}|北海家园3号楼`, `${XINCHENG}|东干a丈村`],
};

describe('a first list', () => {
  it('changes nothing in its dry run', async () => {
    const context = contextAt(db, '2022-07-08T10:00:00');
    const before = await rowCounts(db);
    const { plan } = await preview(context, FIRST);
    expect(plan.diff.added).toHaveLength(5);
    expect(plan.holds).toEqual([]);
    expect(await rowCounts(db)).toEqual(before);
  });

  it('becomes areas of the national authority from its own hour, under the 9th edition, with one audit row', async () => {
    const outcome = await imported(contextAt(db, '2022-07-08T10:00:00'), FIRST);
    expect(outcome).toMatchObject({ status: 'APPLIED', counts: { added: 5, returned: 0 } });
    const area = await nationalArea(db, '元和新城1号楼');
    expect(area).toMatchObject({
      divisionCode: '370703',
      resolved: true,
      kind: 'BUILDING',
      authorityId: 'national',
    });
    expect(area.designations).toMatchObject([
      {
        level: 'HIGH',
        validFrom: new Date('2022-07-08T01:00:00Z'),
        recordedFrom: new Date('2022-07-08T02:00:00Z'),
        validTo: null,
        cause: 'IMPORTED',
        policyId: 'r2-9th',
        source: { kind: 'LIST', name: '国务院联防联控机制名单', publishedAt: '2022-07-08T01:00:00.000Z' },
      },
    ]);
    const events = await db.prisma.changeLog.findMany({ where: { subject: area.id } });
    expect(events.map((event) => event.data)).toMatchObject([
      {
        path: ['山东省', '潍坊市', '寒亭区'],
        level: { from: null, to: 'HIGH' },
        effectiveAt: '2022-07-08T01:00:00.000Z',
        cause: 'IMPORTED',
      },
    ]);
    expect(await db.prisma.changeLog.count()).toBe(5);
    expect(await db.prisma.auditEntry.findMany()).toMatchObject([
      { action: 'LIST_APPLIED', actorId: 'o', after: { counts: { added: 5 } } },
    ]);
  });

  it('is applied once, however often the file comes', async () => {
    const context = contextAt(db, '2022-07-08T10:00:00');
    const first = await imported(context, FIRST);
    const before = await rowCounts(db);
    expect(await imported(context, FIRST)).toEqual({
      status: 'ALREADY_APPLIED',
      importId: first.importId,
      by: { id: 'o', name: null, at: beijing('2022-07-08T10:00:00') },
    });
    expect(await rowCounts(db)).toEqual(before);
  });

  it('that is malformed names the place in the file and changes nothing', async () => {
    const context = contextAt(db, '2022-07-08T10:00:00');
    const text = new TextDecoder().decode(nationalBytes(FIRST)).replace('["怡和苑"]', '"怡和苑"');
    const before = await rowCounts(db);
    await expect(
      previewList(context, officer, { bytes: new TextEncoder().encode(text), fileName: 'broken.json' }),
    ).rejects.toMatchObject({
      kind: 'invalid-input',
      faults: [{ pointer: '/data/middlelist/0/communitys' }],
      extra: { listFault: 'WRONG_SHAPE' },
    });
    expect(await rowCounts(db)).toEqual(before);
  });

  it('does not exist for a person of the press', async () => {
    const context = contextAt(db, '2022-07-08T10:00:00');
    const file = { bytes: nationalBytes(FIRST), fileName: 'list.json' };
    await expect(previewList(context, press, file)).rejects.toMatchObject({ kind: 'not-found' });
    const seen = await preview(context, FIRST);
    await expect(act(context, press, applyList, { preview: seen })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(await db.prisma.area.count()).toBe(0);
  });

  it('of an hour the clock has not reached is held; confirmed, it takes effect now', async () => {
    const context = contextAt(db, '2022-07-08T08:00:00');
    expect(await imported(context, FIRST)).toMatchObject({
      status: 'HELD',
      holds: [{ code: 'DATED_AHEAD' }],
    });
    const outcome = await imported(context, FIRST, '时钟慢了一小时');
    expect(outcome.status).toBe('APPLIED');
    const { designations } = await nationalArea(db, '怡和苑');
    // Acts of one instant are recorded milliseconds after one another.
    expect(designations[0]?.validFrom.setMilliseconds(0)).toBe(beijing('2022-07-08T08:00:00'));
  });
});

describe('the next list', () => {
  const SECOND = {
    hour: '2022-07-08 20时',
    high: [`${HANTING}|元和新城1号楼`, `${KUIWEN}|怡和苑`, `${KUIWEN}|世纪花园`],
    medium: [`${HANTING}|固堤街道东关村`, `${XINCHENG}|东干丈村`],
  };

  beforeEach(async () => {
    await imported(contextAt(db, '2022-07-08T10:00:00'), FIRST);
  });

  it('raises, lowers, ends, adds and renames, each in both times', async () => {
    const before = await nationalArea(db, '东干a丈村');
    const outcome = await imported(contextAt(db, '2022-07-08T21:00:00'), SECOND);
    expect(outcome).toMatchObject({
      status: 'APPLIED',
      counts: { added: 1, raised: 1, lowered: 1, ended: 1, renamed: 1, unchanged: 1 },
    });
    expect(await nationalLevels(db)).toEqual({
      元和新城1号楼: 'HIGH',
      怡和苑: 'HIGH',
      世纪花园: 'HIGH',
      固堤街道东关村: 'MEDIUM',
      东干丈村: 'MEDIUM',
    });
    const raised = await nationalArea(db, '怡和苑');
    const current = raised.designations.filter((row) => row.recordedTo === null);
    expect(current).toMatchObject([
      { level: 'MEDIUM', validTo: new Date('2022-07-08T12:00:00Z'), endCause: 'IMPORTED' },
      { level: 'HIGH', validFrom: new Date('2022-07-08T12:00:00Z'), validTo: null },
    ]);
    const renamed = await nationalArea(db, '东干丈村');
    expect(renamed.id).toBe(before.id);
    expect(renamed.aliases).toEqual(['东干a丈村']);
    const hour = new Date('2022-07-08T12:00:00Z');
    expect(renamed.versions.filter((version) => version.recordedTo === null)).toMatchObject([
      { name: '东干a丈村', validTo: hour, cause: 'ENTERED' },
      {
        name: '东干丈村',
        validFrom: hour,
        validTo: null,
        cause: 'RENAMED',
        reason: expect.stringContaining('东干a丈村'),
      },
    ]);
    expect(renamed.designations).toHaveLength(1);
    const ended = await nationalArea(db, '北海家园3号楼');
    const told = await db.prisma.changeLog.findMany({
      where: { subject: { in: [ended.id, renamed.id] }, seq: { gt: 5n } },
      orderBy: { seq: 'asc' },
    });
    expect(told.map(({ type, data }) => ({ type, data }))).toMatchObject([
      {
        type: 'fengqu.area-status.changed.v1',
        data: { level: { from: 'MEDIUM', to: 'LOW' }, cause: 'IMPORTED' },
      },
      { type: 'fengqu.area.renamed.v1', data: { name: '东干丈村', previousName: '东干a丈村' } },
    ]);
  });

  it('gives a place that returns the identity it had', async () => {
    const before = await nationalArea(db, '北海家园3号楼');
    await imported(contextAt(db, '2022-07-08T21:00:00'), SECOND);
    const third = { ...SECOND, hour: '2022-07-09 9时', high: [...SECOND.high, `${KUIWEN}|北海家园3号楼`] };
    const outcome = await imported(contextAt(db, '2022-07-09T10:00:00'), third);
    expect(outcome).toMatchObject({ counts: { added: 1, returned: 1 } });
    const after = await nationalArea(db, '北海家园3号楼');
    expect(after.id).toBe(before.id);
    expect(
      after.designations
        .filter((row) => row.recordedTo === null)
        .map(({ level, validFrom }) => [level, validFrom]),
    ).toEqual([
      ['MEDIUM', new Date('2022-07-08T01:00:00Z')],
      ['HIGH', new Date('2022-07-09T01:00:00Z')],
    ]);
  });

  it('lowers a standing place it names low, and draws no other low place', async () => {
    const list = { ...FIRST, hour: '2022-07-08 20时', high: [`${HANTING}|元和新城1号楼`] };
    const low = [`${HANTING}|固堤街道东关村`, `${HANTING}|其他区域`];
    const outcome = await imported(contextAt(db, '2022-07-08T21:00:00'), { ...list, low });
    expect(outcome).toMatchObject({ counts: { lowered: 1, lowNotDrawn: 1, ended: 0 } });
    expect(await nationalLevels(db)).not.toHaveProperty('固堤街道东关村');
    expect(await db.prisma.area.count()).toBe(5);
  });

  it('is refused when the state changed so that it would do something else', async () => {
    const context = contextAt(db, '2022-07-08T21:00:00');
    const seen = await preview(context, SECOND);
    await imported(context, {
      ...FIRST,
      hour: '2022-07-08 18时',
      high: [...FIRST.high, `${KUIWEN}|世纪花园`],
    });
    const before = await rowCounts(db);
    await expect(act(context, officer, applyList, { preview: seen })).rejects.toMatchObject({
      kind: 'conflict',
    });
    expect(await rowCounts(db)).toEqual(before);
  });

  it('of two applied at once one wins and the other is refused or already applied', async () => {
    const context = contextAt(db, '2022-07-08T21:00:00');
    const other = { ...SECOND, high: [...SECOND.high, `${KUIWEN}|北海家园3号楼`] };
    const [a, same, b] = [
      await preview(context, SECOND),
      await preview(context, SECOND),
      await preview(context, other),
    ];
    const outcomes = await Promise.allSettled(
      [a, same, b].map((seen) => act(context, officer, applyList, { preview: seen })),
    );
    const said = outcomes.map((outcome) =>
      outcome.status === 'fulfilled' ? outcome.value.status : (outcome.reason as { kind: string }).kind,
    );
    expect(said.filter((word) => word === 'APPLIED')).toHaveLength(1);
    expect(said.filter((word) => word === 'conflict' || word === 'ALREADY_APPLIED')).toHaveLength(2);
    expect(await db.prisma.listImport.count({ where: { status: 'APPLIED' } })).toBe(2);
  });

  it('tells two places of one name apart by their paths when neither path is known', async () => {
    const unknown = [`山东省 潍坊市 新一区|幸福小区`, `山东省 潍坊市 新二区|幸福小区`];
    const list = { ...FIRST, hour: '2022-07-08 20时', high: [...FIRST.high, ...unknown] };
    const outcome = await imported(contextAt(db, '2022-07-08T21:00:00'), list);
    expect(outcome).toMatchObject({ counts: { added: 2, unresolved: 2 } });
    const areas = await db.prisma.area.findMany({
      where: { name: '幸福小区' },
      orderBy: { writtenPath: 'asc' },
    });
    expect(areas.map(({ resolved }) => resolved)).toEqual([false, false]);
    expect(new Set(areas.map(({ writtenPath }) => writtenPath)).size).toBe(2);
    const again = await imported(contextAt(db, '2022-07-08T22:00:00'), { ...list, hour: '2022-07-08 22时' });
    expect(again).toMatchObject({ counts: { added: 0, ended: 0, unchanged: 7 } });
  });
});
