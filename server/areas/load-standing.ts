import type { Decision } from '@/domain/area/decision';
import type { AreaKind } from '@/domain/area/types';
import type { StatedLevel } from '@/domain/level/level';
import type { Database } from '@/server/db/connect';
import { divisionPaths, type PlacedDivision } from './division-path';
import { type AreaFacts, loadFacts } from './load-facts';

/** An area at which a level stands now, with the rule's answer where our rule applies to it. */
export interface StandingArea {
  areaId: string;
  name: string;
  kind: AreaKind;
  level: StatedLevel;
  /** Epoch ms. */
  since: number;
  noticeNo: string | null;
  authorityId: string;
  own: boolean;
  drill: boolean;
  resolved: boolean;
  writtenPath: string;
  division: PlacedDivision | null;
  /** County or functional zone the area lies in; null while its path is unresolved. */
  county: PlacedDivision['steps'][number] | null;
  /** Null for imported areas, which follow their list. */
  decision: Decision | null;
}

/** An area as recorded, undecided, with the facts our rule looks at; null for imported areas. */
export interface StandingEntry {
  area: StandingArea;
  facts: AreaFacts | null;
}

type StandingRow = Omit<StandingArea, 'since' | 'division' | 'county' | 'decision'> & {
  since: Date;
  divisionCode: string | null;
};

/**
 * The areas at which a level stands at `at` (epoch ms), by id.
 * @param ids only these; null for all
 */
export async function loadStanding(
  db: Database,
  at: number,
  ids: readonly string[] | null,
): Promise<Map<string, StandingEntry>> {
  const { rows } = await db.pool.query<StandingRow>(
    `select a.id as "areaId", a.name, a.kind, d.level, d.valid_from as since, d.notice_no as "noticeNo",
            a.authority_id as "authorityId", authority.own, a.drill, a.resolved, a.written_path as "writtenPath",
            a.division_code as "divisionCode"
     from designation d
     join area a on a.id = d.area_id
     join authority on authority.id = a.authority_id
     where d.recorded_to is null and d.valid_from <= $1 and (d.valid_to is null or d.valid_to > $1)
       and ($2::uuid[] is null or d.area_id = any($2))`,
    [new Date(at), ids],
  );
  const own = rows.filter((row) => row.own).map((row) => row.areaId);
  const [divisions, facts] = await Promise.all([
    divisionPaths(
      db.prisma,
      rows.flatMap((row) => row.divisionCode ?? []),
    ),
    loadFacts(db.prisma, own),
  ]);
  const counties = await countyCodes(db, [...divisions.values()]);
  return new Map(
    rows.map(({ divisionCode, since, ...row }) => {
      const division = (divisionCode && divisions.get(divisionCode)) || null;
      const county = division?.steps.find((step) => counties.has(step.code)) ?? null;
      const area = { ...row, since: since.getTime(), division, county, decision: null };
      return [row.areaId, { area, facts: facts.get(row.areaId) ?? null }];
    }),
  );
}

/** Which of the codes on these paths are counties or functional zones. */
async function countyCodes(db: Database, divisions: readonly PlacedDivision[]): Promise<Set<string>> {
  const codes = new Set(divisions.flatMap(({ steps }) => steps.slice(1, 3).map((step) => step.code)));
  const { rows } = await db.pool.query<{ code: string }>(
    `select code from division where code = any($1) and kind in ('COUNTY', 'FUNCTIONAL_ZONE')`,
    [[...codes]],
  );
  return new Set(rows.map((row) => row.code));
}

/** The first instant after `at` (epoch ms) at which a recorded level begins or ends; Infinity when none will. */
export async function nextTurn(db: Database, at: number): Promise<number> {
  const { rows } = await db.pool.query<{ next: Date | null }>(
    `select least((select min(valid_from) from designation where recorded_to is null and valid_from > $1),
                  (select min(valid_to) from designation where recorded_to is null and valid_to > $1)) as next`,
    [new Date(at)],
  );
  return rows[0]?.next?.getTime() ?? Number.POSITIVE_INFINITY;
}

/** Areas the change log speaks of after `from` up to `to`. */
export async function areasChanged(db: Database, from: number, to: number): Promise<string[]> {
  const { rows } = await db.pool.query<{ subject: string }>(
    `select distinct subject from change_log where seq > $1 and seq <= $2 and type like 'fengqu.area%'`,
    [from, to],
  );
  return rows.map((row) => row.subject);
}
