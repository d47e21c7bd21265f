import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/server/db/connect';
import { loadDivisions } from '@/server/divisions/load-divisions';
import type { ApplyOutcome } from '@/server/ingest/apply-list';
import { previewList } from '@/server/ingest/preview-list';
import { hohhot } from '@/server/scenarios/hohhot-2022-03';
import { loadReference } from '@/server/start/load-reference';
import { freshDatabase } from './fresh-database';
import { appliedAs, contextAt, officer } from './import-fixture';

const FOLDER = process.env.REAL_DATA_DIR ?? path.resolve(import.meta.dirname, '../../../shared/data');
const present = existsSync(FOLDER);

let db: Database;
beforeAll(async () => {
  if (!present) return;
  db = await freshDatabase();
  await loadReference(db);
  await loadDivisions(db, () => undefined);
});
afterAll(() => (present ? db.close() : undefined));

async function importFile(file: string, hour: string, reason?: string): Promise<ApplyOutcome> {
  const context = contextAt(db, hour);
  const bytes = readFileSync(path.join(FOLDER, file));
  const preview = await previewList(context, officer, { bytes, fileName: path.basename(file) });
  return appliedAs(context, preview, reason);
}

const standing = async (level: 'HIGH' | 'MEDIUM', under = '') =>
  db.prisma.designation.count({
    where: {
      level,
      recordedTo: null,
      validTo: null,
      area: { authorityId: 'national', division: { path: { startsWith: under } } },
    },
  });

const HOHHOT = '150000/150100/';

describe.skipIf(!present)('real lists (../shared/data)', () => {
  it('the drill of Hohhot opens with 8 high and 70 medium places under the rules of 2020', async () => {
    await hohhot.load(db, () => undefined);
    expect([await standing('HIGH', HOHHOT), await standing('MEDIUM', HOHHOT)]).toEqual([8, 70]);
    expect(await db.prisma.area.count({ where: { resolved: false } })).toBe(0);
    const policies = await db.prisma.designation.groupBy({ by: ['policyId'] });
    expect(policies).toEqual([{ policyId: 'r0-2020-11' }]);
    await hohhot.load(db, () => undefined);
    expect(await db.prisma.listImport.count()).toBe(1);
  });

  it('the bulletin of 6 March leaves 8 and 58 there: 12 ended and one renamed, which keeps its identity', async () => {
    const before = await db.prisma.area.findFirstOrThrow({ where: { name: '榆林镇东干a丈村' } });
    const outcome = await importFile('hohhot/0306.txt', '2022-03-07T10:00:00');
    // 157 places stand in the bulletin; 66 of them are those of Hohhot.
    expect(outcome).toMatchObject({ status: 'APPLIED', counts: { ended: 12, renamed: 1, added: 91 } });
    expect([await standing('HIGH', HOHHOT), await standing('MEDIUM', HOHHOT)]).toEqual([8, 58]);
    const after = await db.prisma.area.findFirstOrThrow({ where: { name: '榆林镇东干丈村' } });
    expect(after.id).toBe(before.id);
    const ended = await db.prisma.changeLog.findMany({
      where: { type: 'fengqu.area-status.changed.v1', data: { path: ['level', 'to'], equals: 'LOW' } },
    });
    expect(ended).toHaveLength(12);
  });

  it('the truncated list of 26 November is held after that of the evening before', async () => {
    expect(
      (await importFile('national/2022112521-cf803fa9.json', '2022-11-25T22:00:00', '隔八个月')).status,
    ).toBe('APPLIED');
    expect(await standing('HIGH')).toBeGreaterThan(22_400);
    const outcome = await importFile('national/2022112608-a214ea6e.json', '2022-11-26T09:00:00');
    expect(outcome.status).toBe('HELD');
    expect(await standing('HIGH')).toBeGreaterThan(22_400);
  });

  it('the peak list is applied, every place of it once', async () => {
    const outcome = await importFile('national/2022120211-555dda72.json', '2022-12-02T12:00:00');
    expect(outcome).toMatchObject({ status: 'APPLIED', counts: { unresolved: 0, duplicates: 3 } });
    // 42,965 place texts, three of which stand twice.
    expect(await standing('HIGH')).toBe(42_962);
    expect(await standing('MEDIUM')).toBe(0);
  });

  it('the second list of 9 December is held after the first of the same hour', async () => {
    // A week after the peak more than half of the places are gone: honest, and still for an officer to say so.
    const file = 'national/2022120911-35da3502.json';
    expect((await importFile(file, '2022-12-09T12:00:00')).status).toBe('HELD');
    const first = await importFile(file, '2022-12-09T12:10:00', '新十条后大量解除，属实');
    expect(first.status).toBe('APPLIED');
    expect(await importFile('national/2022120911-f057e6b8.json', '2022-12-09T12:30:00')).toMatchObject({
      status: 'HELD',
      holds: expect.arrayContaining([expect.objectContaining({ code: 'SAME_HOUR_OTHER_CONTENT' })]),
    });
  });

  it('the empty list after the lists ended releases nothing', async () => {
    const before = await standing('HIGH');
    const outcome = await importFile('national/2022122411-401dad8e.json', '2022-12-24T12:00:00');
    expect(outcome).toMatchObject({ status: 'HELD', holds: [{ code: 'EMPTY_AFTER_FULL' }] });
    expect(await standing('HIGH')).toBe(before);
  });
});
