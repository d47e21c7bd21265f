import { liesIn } from '@/domain/division/lies-in';
import type { Level } from '@/domain/level/level';
import { placeKey } from '@/domain/place/normalize';

/** The part of a transaction that is read here. */
export interface Reader {
  $queryRaw<T>(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<T>;
}

/** Where a level ended, and the instant (epoch ms) for which the level of the ground is asked. */
export interface EndedGround {
  readonly areaId: string;
  readonly divisionCode: string | null;
  readonly name: string;
  readonly at: number;
}

interface Division {
  code: string;
  path: string;
  names: string[];
}

/** A division in which high or medium levels stand, itself looked at and not what lies below. */
interface Holding {
  path: string;
  names: string[];
  /** How many of them. */
  total: number;
  /** Of those levels the ones on an area whose kind says that it may be the whole of a division. */
  wholes: [areaId: string, level: 'HIGH' | 'MEDIUM', name: string][] | null;
}

/** A level stated on the whole of some ground. */
interface Whole {
  readonly areaId: string;
  readonly level: 'HIGH' | 'MEDIUM';
  readonly named: string;
  /** Whether it bears the name of the division it was resolved to; else of one below. */
  readonly ofDivision: boolean;
}

/** From so many counties on, one look at all that stands is quicker than one at each. */
const MANY_COUNTIES = 50;

/**
 * The level of the ground on which levels ended, from what the transaction has recorded by now, as the look-up derives it
 * (`domain/lookup/area/level-of-division.ts`): a statement on the whole of it; LOW while its county holds a high or medium
 * area; UNKNOWN where nobody speaks for it, its county is not known, or a place nobody could locate may lie in it; else
 * ROUTINE. Set by set: an import ends ten thousand areas in one transaction.
 */
export async function groundLevels(
  reader: Reader,
  ended: readonly EndedGround[],
): Promise<Map<EndedGround, Level>> {
  const levels = new Map<EndedGround, Level>();
  const codes = ended.flatMap((ground) => ground.divisionCode ?? []);
  const divisions = await divisionsOf(reader, [...new Set(codes)]);
  const counties = await countiesOf(reader, [...divisions.values()]);
  for (const at of new Set(ended.map((ground) => ground.at))) {
    const now = ended.filter((ground) => ground.at === at);
    const here = now.flatMap(({ divisionCode }) => divisions.get(divisionCode ?? '') ?? []);
    const countyPaths = [...new Set(here.flatMap(({ code }) => counties.get(code) ?? []))];
    const holding = await holdingDivisions(reader, countyPaths, here, at);
    const held = new Set(holding.flatMap(({ path }) => prefixesOf(path)));
    const wholes = wholesOf(holding);
    const covered = await coveredPaths(reader, at);
    const unlocated = unlocatedPaths(holding, wholes, await placelessStands(reader, at));
    for (const ground of now) {
      const division = divisions.get(ground.divisionCode ?? '');
      const county = division && counties.get(division.code);
      const stated = division && statedOn(wholes, ground, division);
      let level: Level = 'UNKNOWN';
      if (stated) level = stated;
      else if (division && county && covered.some((path) => liesIn(division.path, path))) {
        const above = ['', ...prefixesOf(county).slice(0, -1)];
        if (held.has(county)) level = 'LOW';
        else if (!above.some((path) => unlocated.has(path))) level = 'ROUTINE';
      }
      levels.set(ground, level);
    }
  }
  return levels;
}

async function divisionsOf(reader: Reader, codes: readonly string[]): Promise<Map<string, Division>> {
  if (codes.length === 0) return new Map();
  const rows = await reader.$queryRaw<Division[]>`
    select code, path, array[name, short_name] || aliases as names from division where code = any(${codes}::text[])`;
  return new Map(rows.map((row) => [row.code, row]));
}

/** By division code the path of its county or functional zone, or of the prefecture that has none (东莞). */
async function countiesOf(reader: Reader, divisions: readonly Division[]): Promise<Map<string, string>> {
  // Streets and communities have nine and twelve digits.
  const upper = divisions.flatMap(({ path }) => stepsOf(path).filter((code) => !/^\d{9,}$/.test(code)));
  if (upper.length === 0) return new Map();
  const rows = await reader.$queryRaw<{ code: string; path: string }[]>`
    select code, path from division
    where code = any(${[...new Set(upper)]}::text[])
      and (kind in ('COUNTY', 'FUNCTIONAL_ZONE')
           or kind = 'PREFECTURE' and not exists (select 1 from division below where below.parent_code = division.code
                                                    and below.kind in ('COUNTY', 'FUNCTIONAL_ZONE')))`;
  const paths = new Map(rows.map((row) => [row.code, row.path]));
  return new Map(
    divisions.flatMap(({ code, path }) => {
      const county = stepsOf(path).findLast((step) => paths.has(step));
      return county === undefined ? [] : [[code, paths.get(county) ?? ''] as const];
    }),
  );
}

/** The divisions that hold levels in some counties, and those above these divisions. */
async function holdingDivisions(
  reader: Reader,
  counties: readonly string[],
  divisions: readonly Division[],
  at: number,
): Promise<Holding[]> {
  if (divisions.length === 0) return [];
  const when = new Date(at);
  const [row] =
    counties.length > MANY_COUNTIES
      ? await reader.$queryRaw<{ held: string }[]>`
          select coalesce(json_agg(json_build_object('path', d.path, 'names', array[d.name, d.short_name] || d.aliases,
                                                     'total', held.total, 'wholes', held.wholes)), '[]')::text as held
          from (select a.division_code as code, count(*)::int as total, json_agg(json_build_array(a.id, s.level, a.name))
                         filter (where a.kind in ('VILLAGE', 'COMMUNITY', 'STREET', 'COUNTY', 'REGION')) as wholes
                from designation s join area a on a.id = s.area_id
                where s.recorded_to is null and s.level <> 'LOW'
                  and s.valid_from <= ${when} and (s.valid_to is null or s.valid_to > ${when})
                group by 1) held
          join division d on d.code = held.code`
      : await reader.$queryRaw<{ held: string }[]>`
          with ground as materialized (
            -- '~' sorts behind everything a path holds.
            select d.code from unnest(${counties}::text[]) as county(path)
            join division d on d.path collate "C" >= county.path collate "C"
                           and d.path collate "C" < (county.path || '~') collate "C"
            union select unnest(${[...new Set(divisions.flatMap(({ path }) => stepsOf(path)))]}::text[]))
          select coalesce(json_agg(json_build_object('path', d.path, 'names', array[d.name, d.short_name] || d.aliases,
                                                     'total', held.total, 'wholes', held.wholes)), '[]')::text as held
          from (select a.division_code as code, count(*)::int as total, json_agg(json_build_array(a.id, s.level, a.name))
                         filter (where a.kind in ('VILLAGE', 'COMMUNITY', 'STREET', 'COUNTY', 'REGION')) as wholes
                from ground join area a on a.division_code = ground.code join designation s on s.area_id = a.id
                where s.recorded_to is null and s.level <> 'LOW'
                  and s.valid_from <= ${when} and (s.valid_to is null or s.valid_to > ${when})
                group by 1) held
          join division d on d.code = held.code`;
  return row === undefined ? [] : (JSON.parse(row.held) as Holding[]);
}

/** Paths of the ground for which somebody speaks at an instant: `server/lookup/read-coverages.ts`; '' is the nation. */
async function coveredPaths(reader: Reader, at: number): Promise<string[]> {
  const when = new Date(at);
  const rows = await reader.$queryRaw<{ path: string }[]>`
    select d.path from setting join division d on d.code = setting.value #>> '{}'
    where setting.key = 'home.division'
      and exists (select 1 from designation s join area a on a.id = s.area_id
                  join authority on authority.id = a.authority_id where authority.own and s.valid_from <= ${when})
    union all
    (select '' from list_import where status = 'APPLIED' and list_time <= ${when} limit 1)`;
  return rows.map((row) => row.path);
}

/** Whether a high or medium level stands on an area of which no division is known. */
async function placelessStands(reader: Reader, at: number): Promise<boolean> {
  const when = new Date(at);
  const rows = await reader.$queryRaw<unknown[]>`
    select 1 from area a join designation s on s.area_id = a.id
    where a.division_code is null and s.recorded_to is null and s.level <> 'LOW'
      and s.valid_from <= ${when} and (s.valid_to is null or s.valid_to > ${when}) limit 1`;
  return rows.length > 0;
}

/** Paths of the divisions that hold levels not on the whole of them: below, they may lie in any county. '' is anywhere. */
function unlocatedPaths(
  holding: readonly Holding[],
  wholes: ReadonlyMap<string, readonly Whole[]>,
  anywhere: boolean,
): Set<string> {
  const partly = holding.filter(({ path, total }) => {
    const whole = wholes.get(path)?.filter(({ ofDivision }) => ofDivision) ?? [];
    return total > whole.length;
  });
  return new Set([...partly.map(({ path }) => path), ...(anywhere ? [''] : [])]);
}

/** Levels that may be stated on the whole of a division, by the path of the division they were resolved to. */
function wholesOf(holding: readonly Holding[]): Map<string, Whole[]> {
  const wholes = new Map<string, Whole[]>();
  for (const { path, names, wholes: stated } of holding) {
    if (stated === null) continue;
    const list = stated.map(([areaId, level, name]): Whole => {
      const named = placeKey(name).replace(WHOLE_END, '');
      const ofDivision = names.some((own) => own.length > 1 && named.endsWith(own));
      return { areaId, level, named, ofDivision };
    });
    wholes.set(path, list);
  }
  return wholes;
}

/** The highest level stated on the whole of some ground in which an area lies; null when there is none. */
function statedOn(
  wholes: ReadonlyMap<string, readonly Whole[]>,
  ground: EndedGround,
  division: Division,
): 'HIGH' | 'MEDIUM' | null {
  const name = placeKey(ground.name);
  let highest: 'HIGH' | 'MEDIUM' | null = null;
  for (const path of prefixesOf(division.path)) {
    for (const whole of wholes.get(path) ?? []) {
      if (highest === 'HIGH' || whole.areaId === ground.areaId) continue;
      const holds =
        whole.ofDivision ||
        name.startsWith(whole.named) ||
        (path !== division.path && division.names.includes(whole.named));
      if (holds) highest = whole.level;
    }
  }
  return highest;
}

const WHOLE_END = /\(?(?:全域|全境|全部区域|全区|全县|全街道|全镇|全村)\)?$/;

const stepsOf = (path: string): string[] => path.split('/').filter(Boolean);

/** Every path above a path, itself the last. */
function prefixesOf(path: string): string[] {
  let above = '';
  return stepsOf(path).map((code) => {
    above += `${code}/`;
    return above;
  });
}
