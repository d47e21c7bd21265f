import type { Decision } from '@/domain/area/decision';
import type { Viewer } from '@/server/auth/viewer';
import type { ServiceContext } from '@/server/service-context';
import { type DueState, dueStates, visibleTo } from './list-areas';
import { type StandingArea, standingBoard } from './standing-board';

/** Standing areas of one county or functional zone. */
export interface CountyRow {
  code: string;
  name: string;
  /** Prefecture and province names, for the county names that repeat. */
  above: string;
  HIGH: number;
  MEDIUM: number;
  LOW: number;
  lacking: number;
  dueToday: number;
}

/** One line of the latest changes, as the log holds it. */
export interface RecentChange {
  seq: number;
  areaId: string;
  name: string;
  path: string[];
  from: string | null;
  to: string;
  cause: string;
  effectiveAt: number;
  recordedAt: number;
}

export interface Dashboard {
  /** Cut-off of every figure (epoch ms) and the log cursor. */
  at: number;
  version: number;
  counts: { HIGH: number; MEDIUM: number; LOW: number };
  /** Levels that began and ended in the 24 hours before `at`, high and medium. */
  lastDay: { began: number; ended: number };
  due: Record<DueState, number>;
  /** What waits, most pressing first; at most 50. */
  waiting: { area: StandingArea; decision: Decision; states: DueState[] }[];
  counties: CountyRow[];
  unresolved: number;
  changes: RecentChange[];
}

const PRESSING: DueState[] = ['late', 'lacking', 'expert', 'today', 'tomorrow'];

/** What the command dashboard answers in five seconds, inside the viewer's subtree. */
export async function dashboard(
  context: Pick<ServiceContext, 'db' | 'clock'>,
  viewer: Viewer,
): Promise<Dashboard> {
  const board = await standingBoard(context.db, context.clock);
  const areas = board.areas.filter((area) => visibleTo(viewer, area));
  const due = { today: 0, tomorrow: 0, lacking: 0, expert: 0, late: 0 };
  const waiting: Dashboard['waiting'] = [];
  const counties = new Map<string, CountyRow>();
  const counts = { HIGH: 0, MEDIUM: 0, LOW: 0 };
  for (const area of areas) {
    counts[area.level] += 1;
    const states = dueStates(area.decision, board.at);
    for (const state of states) due[state] += 1;
    if (states.length > 0 && area.decision) waiting.push({ area, decision: area.decision, states });
    const row = area.county && countyRow(counties, area, area.county);
    if (!row) continue;
    row[area.level] += 1;
    if (states.includes('lacking')) row.lacking += 1;
    if (states.includes('today')) row.dueToday += 1;
  }
  const rank = (states: DueState[]) => Math.min(...states.map((state) => PRESSING.indexOf(state)));
  waiting.sort((a, b) => rank(a.states) - rank(b.states) || a.area.since - b.area.since);
  return {
    at: board.at,
    version: board.version,
    counts,
    lastDay: await lastDay(context, viewer, board.at),
    due,
    waiting: waiting.slice(0, 50),
    counties: [...counties.values()].sort(
      (a, b) => b.HIGH - a.HIGH || b.MEDIUM - a.MEDIUM || (a.code < b.code ? -1 : 1),
    ),
    unresolved: areas.filter((area) => !area.resolved).length,
    changes: await recentChanges(context, viewer, board.at),
  };
}

function countyRow(
  counties: Map<string, CountyRow>,
  area: StandingArea,
  county: { code: string; name: string },
): CountyRow {
  const known = counties.get(county.code);
  if (known) return known;
  const steps = area.division?.steps ?? [];
  const above = steps
    .slice(
      0,
      steps.findIndex((step) => step.code === county.code),
    )
    .map((step) => step.name)
    .join(' ');
  const row = { ...county, above, HIGH: 0, MEDIUM: 0, LOW: 0, lacking: 0, dueToday: 0 };
  counties.set(county.code, row);
  return row;
}

async function lastDay(context: Pick<ServiceContext, 'db'>, viewer: Viewer, at: number) {
  const { rows } = await context.db.pool.query<{ began: number; ended: number }>(
    `select count(*) filter (where d.valid_from > $1 and d.valid_from <= $2)::int as began,
            count(*) filter (where d.valid_to > $1 and d.valid_to <= $2)::int as ended
     from designation d join area a on a.id = d.area_id left join division on division.code = a.division_code
     where d.recorded_to is null and d.level <> 'LOW' and (d.valid_from > $1 or d.valid_to > $1)
       and ($3 = '' or division.path collate "C" like $3 || '%')`,
    [new Date(at - 86_400_000), new Date(at), viewer.scope],
  );
  return rows[0] ?? { began: 0, ended: 0 };
}

/** The latest changes of level inside the viewer's subtree, newest first. */
export async function recentChanges(
  context: Pick<ServiceContext, 'db'>,
  viewer: Viewer,
  at: number,
  limit = 12,
): Promise<RecentChange[]> {
  const { rows } = await context.db.pool.query<{
    seq: string;
    data: ChangeData;
    effective: Date;
    recorded: Date;
  }>(
    `select l.seq, l.data, l.effective_at as effective, l.recorded_at as recorded
     from change_log l left join division on division.code = l.data->>'divisionCode'
     where l.type = 'fengqu.area-status.changed.v1' and l.recorded_at <= $1
       and ($2 = '' or division.path collate "C" like $2 || '%')
     order by l.seq desc limit $3`,
    [new Date(at), viewer.scope, limit],
  );
  return rows.map(({ seq, data, effective, recorded }) => ({
    seq: Number(seq),
    areaId: data.areaId,
    name: data.name,
    path: data.path,
    from: data.level.from,
    to: data.level.to,
    cause: data.cause,
    effectiveAt: effective.getTime(),
    recordedAt: recorded.getTime(),
  }));
}

interface ChangeData {
  areaId: string;
  name: string;
  path: string[];
  cause: string;
  level: { from: string | null; to: string };
}
