import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asKnownAt } from '@/domain/time/two-time';
import { areaVersions } from '@/server/areas/area-history';
import { type AreaAttributes, type AreaChange, changeAreas, insertAreas } from '@/server/areas/area-versions';
import { OWN_AUTHORITY } from '@/server/areas/own-authority';
import type { Database } from '@/server/db/connect';
import { holdsAt, wasHeld } from '@/server/db/two-time';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

const ACTS = 1_000;
const AREAS = 25;
const START = Date.parse('2022-12-01T00:00:00Z');
const HOUR = 3_600_000;
const DIVISIONS = ['370700', '370703', '370705', null];

let db: Database;
beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
});
afterAll(() => db.close());

/** Chance that is the same in every run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

interface Noted {
  at: number;
  from: number | null;
  attributes: Partial<AreaAttributes>;
}

/**
 * The clerk who keeps no versions but a book of what was told, in the order in which it was told, and leafs through it for
 * every question: of what was told by `knownAt` and is so by `asOf`, the last word on each attribute.
 */
function leafing(entered: AreaAttributes, book: readonly Noted[], asOf: number, knownAt: number) {
  let found = entered;
  for (const { at, from, attributes } of book) {
    if (at <= knownAt && (from === null || from <= asOf)) found = { ...found, ...attributes };
  }
  return found;
}

it('after a thousand random acts every question is answered as by leafing through all that was told', async () => {
  const roll = dice(7);
  const entered = Array.from({ length: AREAS }, (_, n) => ({
    id: uuidv7(),
    authorityId: OWN_AUTHORITY.id,
    drill: false,
    divisionCode: '370700' as string | null,
    resolved: false,
    writtenPath: '山东省 潍坊市',
    name: `小区${n}`,
    nameKey: `小区${n}`,
    aliases: [] as string[],
    kind: 'COMPOUND' as const,
    population: null,
  }));
  await insertAreas(db.prisma, entered, { actorId: 'o', at: START });
  const books = new Map<string, Noted[]>(entered.map(({ id }) => [id, []]));
  let at = START;
  for (let act = 0; act < ACTS; ) {
    at += 1 + roll(3 * HOUR);
    const chosen = new Set(Array.from({ length: 1 + roll(8) }, () => entered[roll(AREAS)]?.id ?? ''));
    const changes = [...chosen].map((areaId): AreaChange => {
      act += 1;
      const name = `新名${act}`;
      const said: Partial<AreaAttributes>[] = [
        { name, nameKey: name, aliases: [`旧名${act}`] },
        { divisionCode: DIVISIONS[roll(DIVISIONS.length)] ?? null, resolved: roll(2) === 1 },
        { population: roll(900), kind: roll(2) === 1 ? 'BUILDING' : 'COMPOUND' },
      ];
      // Now and then of the past, of the very same hour again, or of all time.
      const from = roll(6) === 0 ? null : START + roll(40) * 12 * HOUR;
      const attributes = said[roll(said.length)] ?? {};
      books.get(areaId)?.push({ at, from, attributes });
      return { areaId, from, cause: 'RENAMED', reason: '', attributes };
    });
    await db.prisma.$transaction((tx) => changeAreas(tx, changes, { actorId: 'o', at }));
  }

  const versions = new Map(
    await Promise.all(entered.map(async ({ id }) => [id, await areaVersions({ db }, id)] as const)),
  );
  for (let question = 0; question < 2_000; question += 1) {
    const area = entered[roll(AREAS)];
    const asOf = START - HOUR + roll(22 * 24) * HOUR;
    const knownAt = START + roll(at - START + HOUR);
    const book = books.get(area?.id ?? '') ?? [];
    if (!area) throw new Error('no area');
    const { id: _id, authorityId: _authority, drill: _drill, nameKey: _key, ...first } = area;
    const { nameKey: _name, ...expected } = leafing({ ...first, nameKey: '' }, book, asOf, knownAt);
    expect(asKnownAt(versions.get(area.id) ?? [], asOf, knownAt)).toMatchObject(expected);
    if (question % 20 > 0) continue;
    const { rows } = await db.pool.query(
      `select name, aliases, kind, population, division_code as "divisionCode", resolved, written_path as "writtenPath"
       from area_version v where area_id = $3 and ${holdsAt('v', '$1')} and ${wasHeld('v', '$2')}`,
      [new Date(asOf), new Date(knownAt), area.id],
    );
    expect(rows).toEqual([expected]);
  }

  const { rows: strayed } = await db.pool.query(
    `select a.id from area a left join area_version v
       on v.area_id = a.id and v.recorded_to is null and v.valid_to is null
     where (a.division_code, a.resolved, a.written_path, a.name, a.name_key, a.aliases, a.kind, a.population)
        is distinct from (v.division_code, v.resolved, v.written_path, v.name, v.name_key, v.aliases, v.kind, v.population)`,
  );
  expect(strayed).toEqual([]);
});
