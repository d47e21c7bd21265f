import { DUE_STATES, type DueState, dueStates } from '@/domain/area/due-states';
import { liesIn } from '@/domain/division/lies-in';
import { dayOf, startOfDay } from '@/domain/time/shanghai';
import type { Viewer } from '@/server/auth/viewer';
import type { ServiceContext } from '@/server/service-context';
import { dayChanges } from './day-changes';
import { divisionPaths, type PlacedDivision } from './division-path';
import { visibleTo } from './list-areas';
import type { LostBasisArea } from './load-lost-bases';
import type { StandingArea } from './load-standing';
import { type RecentChange, recentChanges } from './recent-changes';
import { standingBoard } from './standing-board';
import { type PlaceRow, tallyPlaces } from './tally-places';

export interface Dashboard {
  /** Cut-off of every figure (epoch ms) and the log cursor. */
  at: number;
  version: number;
  /** The division every figure is about; null for the whole nation. */
  home: PlacedDivision | null;
  counts: { HIGH: number; MEDIUM: number; LOW: number };
  /** High and medium levels that began and ended since 00:00 of the day of `at`. */
  today: { HIGH: Turn; MEDIUM: Turn };
  due: Record<DueState, number>;
  /** How many areas wait in any of these ways. */
  waitingTotal: number;
  /** The longest an area has stood past the instant at which it could fall, in ms; null while none does. */
  longestLateMs: number | null;
  /** What waits, most pressing first, then what can fall next; at most 40. */
  waiting: StandingArea[];
  /** By county; by prefecture for the whole nation. */
  rows: PlaceRow[];
  /** High and medium areas by county or functional zone, for the map; '' where no division is known. */
  places: { code: string; HIGH: number; MEDIUM: number }[];
  /** Standing areas the viewer may see that lie outside `home`, and those whose path nobody has resolved. */
  elsewhere: number;
  unresolved: number;
  changes: RecentChange[];
  /** Areas proposed for raising: what they were lowered by does not hold any more. Latest lowered first. */
  lost: LostBasisArea[];
}

export interface Turn {
  began: number;
  ended: number;
}

const PRESSING: DueState[] = ['late', 'lacking', 'expert', 'today', 'tomorrow'];
const SHOWN = 40;

/**
 * What the command dashboard answers in five seconds.
 * @param about code of the division it is about: the viewer's own or the home division; null for the whole nation
 */
export async function dashboard(
  context: Pick<ServiceContext, 'db' | 'clock'>,
  viewer: Viewer,
  about: string | null,
): Promise<Dashboard> {
  const { prisma } = context.db;
  const home = (about && (await divisionPaths(prisma, [about])).get(about)) || null;
  const scope = home?.path ?? viewer.scope;
  const board = await standingBoard(context.db, context.clock);
  const visible = board.areas.filter((area) => visibleTo(viewer, area));
  const areas = visible.filter((area) => liesIn(area.division?.path, scope));
  const [changes, recent] = await Promise.all([
    dayChanges(context, scope, startOfDay(dayOf(board.at)), board.at),
    recentChanges(context, scope, board.at),
  ]);
  const counts = { HIGH: 0, MEDIUM: 0, LOW: 0 };
  for (const area of areas) counts[area.level] += 1;
  const turn = (level: 'HIGH' | 'MEDIUM'): Turn => ({
    began: sum(changes.map((row) => (row.level === level ? row.began : 0))),
    ended: sum(changes.map((row) => (row.level === level ? row.ended : 0))),
  });
  return {
    at: board.at,
    version: board.version,
    home,
    counts,
    today: { HIGH: turn('HIGH'), MEDIUM: turn('MEDIUM') },
    ...whatWaits(areas, board.at),
    rows: await tallyPlaces(prisma, areas, changes, home ? 'county' : 'prefecture', board.at),
    places: mapPlaces(areas),
    elsewhere: visible.length - areas.length,
    unresolved: visible.filter((area) => !area.resolved).length,
    changes: recent,
    lost: board.lost
      .filter(({ division }) => liesIn(division?.path, viewer.scope) && liesIn(division?.path, scope))
      .sort((a, b) => b.loweredAt - a.loweredAt),
  };
}

function whatWaits(
  areas: readonly StandingArea[],
  at: number,
): Pick<Dashboard, 'due' | 'waitingTotal' | 'longestLateMs' | 'waiting'> {
  const due = Object.fromEntries(DUE_STATES.map((state) => [state, 0])) as Record<DueState, number>;
  const ranked: { area: StandingArea; rank: number; release: number }[] = [];
  let longestLateMs: number | null = null;
  for (const area of areas) {
    const { decision } = area;
    if (!decision) continue;
    const states = dueStates(decision, at);
    for (const state of states) due[state] += 1;
    if (decision.outcome === 'LOWER' && decision.dueAt !== null) {
      longestLateMs = Math.max(longestLateMs ?? 0, at - decision.dueAt);
    }
    const rank = Math.min(PRESSING.length, ...states.map((state) => PRESSING.indexOf(state)));
    const release = decision.earliestRelease;
    if (release !== null || states.length > 0) {
      ranked.push({ area, rank, release: release ?? Number.MAX_SAFE_INTEGER });
    }
  }
  ranked.sort((a, b) => a.rank - b.rank || a.release - b.release || a.area.since - b.area.since);
  return {
    due,
    waitingTotal: ranked.filter(({ rank }) => rank < PRESSING.length).length,
    longestLateMs,
    waiting: ranked.slice(0, SHOWN).map(({ area }) => area),
  };
}

function mapPlaces(areas: readonly StandingArea[]): Dashboard['places'] {
  const places = new Map<string, { code: string; HIGH: number; MEDIUM: number }>();
  for (const { level, county, division } of areas) {
    if (level === 'LOW') continue;
    const code = county?.code ?? division?.code ?? '';
    const place = places.get(code) ?? { code, HIGH: 0, MEDIUM: 0 };
    place[level] += 1;
    places.set(code, place);
  }
  return [...places.values()];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
