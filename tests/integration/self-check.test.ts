import { afterAll, beforeAll, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { changeAreas } from '@/server/areas/area-versions';
import { changeLevel } from '@/server/areas/change-level';
import { designateArea } from '@/server/areas/designate-area';
import { systemViewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { type ApiServer, beijing, startApi } from './api-server';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

const nation = systemViewer('test');
let db: Database;
let api: ApiServer;
let key: string;
beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  await db.prisma.setting.create({ data: { key: 'home.division', value: '370700' } });
  api = await startApi(db, beijing('2022-12-01T09:00:00'));
  key = await api.key('lookup:read');
});
afterAll(async () => {
  await api.stop();
  await db.close();
});

const designated = async (name: string, effectiveAt = api.clock.at) =>
  (
    await act(api.context, nation, designateArea, {
      divisionCode: '370703',
      name,
      level: 'HIGH',
      effectiveAt,
      reason: '流调结果',
    })
  ).areaId;
const ready = async () => (await api.get('/readyz')).json();
const counted = async () => {
  const answer = await api.get('/api/v1/lookup?q=370703', key);
  return answer.json().results[0].contains.HIGH;
};

it('a running server compares its index with the database, and says so on /readyz', async () => {
  expect((await ready()).selfCheck).toBeNull();
  const first = await designated('第一小区1号楼');
  await designated('第二小区1号楼', api.clock.at + 3_600_000);
  const standing = await db.prisma.designation.findFirstOrThrow({ where: { areaId: first } });
  api.clock.at += 2 * 3_600_000;
  const lower = { areaId: first, to: 'LOW' as const, effectiveAt: api.clock.at, reason: '评估' };
  await act(api.context, nation, changeLevel, { ...lower, expectedDesignationId: standing.id });
  await api.caughtUp();
  await api.rt.lookup.check();
  expect((await ready()).selfCheck).toEqual({
    at: expect.stringMatching(/^\d{4}-.*Z$/),
    version: api.rt.log.head,
    ok: true,
    rebuilds: 0,
  });
});

it('reads everything anew when they differ, and says that too', async () => {
  const before = await counted();
  // Behind the log's back: what no reader of the log can know of.
  const area = await db.prisma.area.findFirstOrThrow({ where: { name: '第二小区1号楼' } });
  const moved = { areaId: area.id, from: null, cause: 'MOVED' as const, reason: '' };
  await db.prisma.$transaction((tx) =>
    changeAreas(tx, [{ ...moved, attributes: { divisionCode: '370705' } }], {
      actorId: 'o',
      at: area.createdAt.getTime() + 1,
    }),
  );
  expect(await counted()).toBe(before);
  await api.rt.lookup.check();
  expect(await counted()).toBe(before - 1);
  expect((await ready()).selfCheck).toMatchObject({ ok: true, rebuilds: 1 });
  // And goes on following the log.
  await designated('第三小区1号楼');
  await api.caughtUp();
  expect(await counted()).toBe(before);
  await api.rt.lookup.check();
  expect((await ready()).selfCheck).toMatchObject({ ok: true, rebuilds: 1 });
});
