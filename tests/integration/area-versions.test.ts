import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { areaVersions } from '@/server/areas/area-history';
import { areasAsOf } from '@/server/areas/areas-as-of';
import { designateArea } from '@/server/areas/designate-area';
import { resolveArea } from '@/server/areas/resolve-area';
import type { Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { lastRecorded } from '@/server/db/recorded-clock';
import { freshDatabase } from './fresh-database';
import { beijing, contextAt, imported, officer } from './import-fixture';
import { placeDivisions } from './places';

let db: Database;
beforeEach(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
});
afterEach(() => db.close());

const HANTING = '山东省 潍坊市 寒亭区';
const NEW_ZONE = '山东省 潍坊市 新一区';

/** Names and divisions at which a level held, as known at an instant. */
async function said(asOf: number, knownAt: number, viewer: Viewer = officer, q?: string) {
  const filter = { asOf, knownAt, limit: 100, ...(q === undefined ? {} : { q }) };
  const areas = await areasAsOf(db, viewer, filter);
  return areas.map(({ name, divisionCode, resolved, path }) => {
    return [name, divisionCode, resolved, path.at(-1)?.name];
  });
}

describe('a place that a list calls by another name', () => {
  const first = { hour: '2022-07-08 9时', high: [`${HANTING}|东干a丈村`] };
  const second = { hour: '2022-07-09 9时', high: [`${HANTING}|东干丈村`] };

  it('is called by its name of the day, and by what was known of it', async () => {
    await imported(contextAt(db, '2022-07-08T10:00:00'), first);
    const known = await lastRecorded(db);
    await imported(contextAt(db, '2022-07-09T10:00:00'), second);
    const now = await lastRecorded(db);
    const [old, young] = [
      ['东干a丈村', '370703', true, '寒亭区'],
      ['东干丈村', '370703', true, '寒亭区'],
    ];
    expect(await said(beijing('2022-07-09T09:00:00'), now)).toEqual([young]);
    expect(await said(beijing('2022-07-08T20:00:00'), now)).toEqual([old]);
    expect(await said(beijing('2022-07-09T08:59:59'), now)).toEqual([old]);
    // Before the list was applied nobody knew.
    expect(await said(beijing('2022-07-09T09:00:00'), known)).toEqual([old]);
    expect(await said(beijing('2022-07-08T20:00:00'), now, officer, '东干丈')).toEqual([]);
    expect(await said(beijing('2022-07-08T20:00:00'), now, officer, '东干a丈')).toEqual([old]);
  });

  it('leaves a row that says when, why and by whom', async () => {
    await imported(contextAt(db, '2022-07-08T10:00:00'), first);
    await imported(contextAt(db, '2022-07-09T10:00:00'), second);
    const { id } = await db.prisma.area.findFirstOrThrow();
    const hour = beijing('2022-07-09T09:00:00');
    expect(await areaVersions({ db }, id)).toMatchObject([
      {
        name: '东干丈村',
        aliases: ['东干a丈村'],
        validFrom: hour,
        validTo: null,
        cause: 'RENAMED',
        actorId: 'o',
      },
      { name: '东干a丈村', aliases: [], validFrom: null, validTo: hour, recordedTo: null, cause: 'ENTERED' },
      { id, name: '东干a丈村', validFrom: null, validTo: null, recordedTo: beijing('2022-07-09T10:00:00') },
    ]);
  });

  it('leads to the area by its former name: as an alias of now', async () => {
    await imported(contextAt(db, '2022-07-08T10:00:00'), first);
    await imported(contextAt(db, '2022-07-09T10:00:00'), second);
    expect(await db.prisma.area.findMany()).toMatchObject([{ name: '东干丈村', aliases: ['东干a丈村'] }]);
  });
});

describe('a place nobody could locate', () => {
  it('lay all along where an officer says; before they said so, that was not known', async () => {
    await imported(contextAt(db, '2022-07-08T10:00:00'), {
      hour: '2022-07-08 9时',
      high: [`${NEW_ZONE}|幸福小区`],
    });
    const before = await lastRecorded(db);
    const area = await db.prisma.area.findFirstOrThrow();
    expect(area).toMatchObject({ divisionCode: '370700', resolved: false });
    const context = contextAt(db, '2022-07-09T10:00:00');
    await act(context, officer, resolveArea, { areaId: area.id, divisionCode: '370705', reason: '电话核实' });
    const after = await lastRecorded(db);
    const day = beijing('2022-07-08T20:00:00');
    expect(await said(day, before)).toEqual([['幸福小区', '370700', false, '潍坊市']]);
    expect(await said(day, after)).toEqual([['幸福小区', '370705', true, '奎文区']]);
    expect(await db.prisma.area.findFirstOrThrow()).toMatchObject({ divisionCode: '370705', resolved: true });
    // Whoever is bounded to a district sees it there from when it was known to lie there.
    const ofKuiwen = { ...officer, scope: '370000/370700/370705/' };
    expect(await said(day, before, ofKuiwen)).toEqual([]);
    expect(await said(day, after, ofKuiwen)).toHaveLength(1);
  });
});

describe('a place nobody could locate that a list calls as a former one was called', () => {
  it('keeps its own name, and the other one leads to it: no two areas of one name at one place', async () => {
    const list = (day: string, ...places: string[]) => ({
      hour: `2022-07-${day} 9时`,
      high: [`${HANTING}|元和新城1号楼`, ...places.map((place) => `${NEW_ZONE}|${place}`)],
    });
    const apply = (day: string, ...places: string[]) =>
      imported(contextAt(db, `2022-07-${day}T10:00:00`), list(day, ...places), '核对过');
    await apply('08', '东干丈村');
    await apply('09');
    await apply('10', '东干a丈村');
    expect(await apply('11', '东干丈村')).toMatchObject({ status: 'APPLIED' });
    const areas = await db.prisma.area.findMany({
      where: { resolved: false },
      orderBy: { createdAt: 'asc' },
    });
    expect(areas.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['东干丈村', []],
      ['东干a丈村', ['东干丈村']],
    ]);
    expect(await apply('12', '东干丈村')).toMatchObject({
      status: 'APPLIED',
      counts: { added: 0, ended: 0 },
    });
  });
});

describe('kind and population', () => {
  it('stated anew hold from then on', async () => {
    const place = { divisionCode: '370703', name: '东小区', level: 'HIGH' as const, reason: '发现1例' };
    const day = (text: string) => contextAt(db, `${text}T12:00:00`);
    const commander = { ...officer, scope: '370000/370700/' };
    const effectiveAt = beijing('2022-12-01T12:00:00');
    const stated = { ...place, population: 800, effectiveAt };
    const { areaId } = await act(day('2022-12-01'), commander, designateArea, stated);
    await db.pool.query(
      `update designation set recorded_to = now(), closed_as = 'WITHDRAWN', closed_by = 'o', closed_reason = '测试'`,
    );
    const again = { ...place, population: 950, effectiveAt: beijing('2022-12-05T12:00:00') };
    await act(day('2022-12-05'), commander, designateArea, again);
    const rows = (await areaVersions({ db }, areaId)).filter((row) => row.recordedTo === null);
    expect(rows.map(({ population, validFrom, cause }) => [population, validFrom, cause])).toEqual([
      [950, again.effectiveAt, 'RESTATED'],
      [800, null, 'ENTERED'],
    ]);
  });
});

describe('the database', () => {
  it('refuses an area that changes without a version, a day without a version, and a day with two', async () => {
    await imported(contextAt(db, '2022-07-08T10:00:00'), {
      hour: '2022-07-08 9时',
      high: [`${HANTING}|东干丈村`],
    });
    const { id } = await db.prisma.area.findFirstOrThrow();
    const renamed = db.prisma.area.update({ where: { id }, data: { name: '别名' } });
    await expect(renamed).rejects.toThrow(/changes by a version/);
    const close = `update area_version set recorded_to = now(), closed_as = 'WITHDRAWN', closed_by = 'o', closed_reason = ''`;
    await expect(db.pool.query(close)).rejects.toThrow(/do not cover all of time once/);
    const add = (from: string, to: string) =>
      db.pool.query(`insert into area_version (id, area_id, resolved, written_path, name, name_key, aliases, kind, valid_from,
                       valid_to, recorded_from, cause, reason, actor_id)
                     select gen_random_uuid(), area_id, resolved, written_path, name, name_key, aliases, kind, ${from}, ${to},
                            now(), 'RENAMED', '', 'o' from area_version limit 1`);
    await expect(add('null', 'null')).rejects.toThrow(/area_version_one_open/);
    await expect(add("'2022-07-01'", "'2022-07-02'")).rejects.toThrow(/do not cover all of time once/);
    await expect(add('null', "'2022-07-02'")).rejects.toThrow(/do not cover all of time once/);
    expect(await db.prisma.areaVersion.count()).toBe(1);
  });
});
