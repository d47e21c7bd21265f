import type { Decision } from '@/domain/area/decision';
import type { AreaKind } from '@/domain/area/types';
import type { StatedLevel } from '@/domain/level/level';
import type { Clock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { processWide } from '@/server/process-wide';
import { decideArea } from './decide-area';
import { divisionPaths } from './division-path';
import { loadFacts } from './load-facts';

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
  division: { code: string; name: string; path: string; steps: { code: string; name: string }[] } | null;
  /** County or functional zone the area lies in; null while its path is unresolved. */
  county: { code: string; name: string } | null;
  /** Null for imported areas, which follow their list. */
  decision: Decision | null;
}

/** Every standing area at one instant. `version` is the log cursor it reflects. */
export interface StandingBoard {
  at: number;
  version: number;
  areas: readonly StandingArea[];
}

interface Row extends Omit<StandingArea, 'since' | 'division' | 'county' | 'decision'> {
  since: Date;
  divisionCode: string | null;
  countyCode: string | null;
}

type Holder = { at: number; version: number; board: Promise<StandingBoard> };
const holders = processWide('standing-board', () => new WeakMap<Database, Holder>());
const FRESH_MS = 60_000;

/**
 * Everything that stands now. One board is shared by all who ask while the change log has not moved and the clock has
 * gone on by less than a minute, so a dashboard full of officers costs one load.
 */
export async function standingBoard(db: Database, clock: Clock): Promise<StandingBoard> {
  const now = clock.now();
  const { rows } = await db.pool.query<{ version: string }>(
    'select coalesce(max(seq), 0) as version from change_log',
  );
  const version = Number(rows[0]?.version);
  const held = holders.get(db);
  const fresh =
    held &&
    held.version === version &&
    now >= held.at &&
    now - held.at < FRESH_MS &&
    !crossesHour(held.at, now);
  if (fresh) return held.board;
  const board = loadBoard(db, now, version);
  holders.set(db, { at: now, version, board });
  board.catch(() => holders.delete(db));
  return board;
}

function crossesHour(from: number, to: number): boolean {
  return Math.floor(from / 3_600_000) !== Math.floor(to / 3_600_000);
}

async function loadBoard(db: Database, at: number, version: number): Promise<StandingBoard> {
  const { rows } = await db.pool.query<Row>(
    `select a.id as "areaId", a.name, a.kind, d.level, d.valid_from as since, d.notice_no as "noticeNo",
            a.authority_id as "authorityId", authority.own, a.drill, a.resolved, a.written_path as "writtenPath",
            a.division_code as "divisionCode",
            (select up.code from division up
             where up.code = any(string_to_array(rtrim(division.path, '/'), '/')) and up.kind in ('COUNTY', 'FUNCTIONAL_ZONE')
             order by length(up.path) limit 1) as "countyCode"
     from designation d
     join area a on a.id = d.area_id
     join authority on authority.id = a.authority_id
     left join division on division.code = a.division_code
     where d.recorded_to is null and d.valid_from <= $1 and (d.valid_to is null or d.valid_to > $1)
     order by d.valid_from, a.id`,
    [new Date(at)],
  );
  const paths = await divisionPaths(
    db.prisma,
    rows.flatMap((row) => row.divisionCode ?? []),
  );
  const facts = await loadFacts(
    db.prisma,
    rows.filter((row) => row.own).map((row) => row.areaId),
  );
  const areas = rows.map(({ divisionCode, countyCode, since, ...row }): StandingArea => {
    const division = (divisionCode && paths.get(divisionCode)) || null;
    const county = division?.steps.find((step) => step.code === countyCode) ?? null;
    const known = facts.get(row.areaId);
    return {
      ...row,
      since: since.getTime(),
      division,
      county,
      decision: known ? decideArea(known, at) : null,
    };
  });
  return { at, version, areas };
}
