import { type DueState, dueStates } from '@/domain/area/due-states';
import { liesIn } from '@/domain/division/lies-in';
import { compareLevels } from '@/domain/level/level';
import { placeKey } from '@/domain/place/normalize';
import type { Viewer } from '@/server/auth/viewer';
import type { ServiceContext } from '@/server/service-context';
import type { StandingArea } from './load-standing';
import { orderKeys } from './name-order';
import { type StandingBoard, standingBoard } from './standing-board';

export const AREA_SORTS = ['level', 'since', 'release', 'name', 'division'] as const;
export type AreaSort = (typeof AREA_SORTS)[number];

export interface AreaFilter {
  level?: 'HIGH' | 'MEDIUM' | 'LOW';
  /** Division code: the area lies in its subtree. */
  division?: string;
  authority?: string;
  /** One state, or `any`: whatever waits. */
  due?: DueState | 'any';
  /** Part of the name or the path. */
  q?: string;
  /** Only areas whose path an officer has yet to resolve. */
  unresolved?: boolean;
  sort?: AreaSort;
  descending?: boolean;
  offset?: number;
  /** At most 1000. */
  limit?: number;
}

/** One page of a listing of areas. */
export interface AreaListing {
  /** Instant (epoch ms) and log cursor the page reflects. */
  at: number;
  version: number;
  total: number;
  areas: StandingArea[];
}

/**
 * Standing areas inside the viewer's subtree that pass the filter, sorted, one page of them.
 * Sorted by level unless asked otherwise: highest first, then longest standing.
 */
export async function listAreas(
  context: Pick<ServiceContext, 'db' | 'clock'>,
  viewer: Viewer,
  filter: AreaFilter,
): Promise<AreaListing> {
  const { at, version, areas } = await passingAreas(context, viewer, filter);
  const offset = filter.offset ?? 0;
  const page = areas.slice(offset, offset + Math.min(filter.limit ?? 100, 1000));
  return { at, version, total: areas.length, areas: page };
}

/** All standing areas that `listAreas` would page through, in its order. */
export async function passingAreas(
  context: Pick<ServiceContext, 'db' | 'clock'>,
  viewer: Viewer,
  filter: Omit<AreaFilter, 'offset' | 'limit'>,
): Promise<StandingBoard> {
  const board = await standingBoard(context.db, context.clock);
  const q = filter.q ? placeKey(filter.q) : '';
  const areas = inOrder(board.areas, filter.sort ?? 'level', filter.descending ?? false).filter(
    (area) =>
      visibleTo(viewer, area) &&
      (!filter.level || area.level === filter.level) &&
      (!filter.division || (area.division?.steps.some((step) => step.code === filter.division) ?? false)) &&
      (!filter.authority || area.authorityId === filter.authority) &&
      (!filter.unresolved || !area.resolved) &&
      (!filter.due || isDue(area, filter.due, board.at)) &&
      (!q || searchKey(area).includes(q)),
  );
  return { ...board, areas };
}

function isDue(area: StandingArea, due: DueState | 'any', at: number): boolean {
  const states = dueStates(area.decision, at);
  return due === 'any' ? states.length > 0 : states.includes(due);
}

const searchKeys = new WeakMap<StandingArea, string>();

function searchKey(area: StandingArea): string {
  const known = searchKeys.get(area);
  if (known !== undefined) return known;
  const key = placeKey(pathText(area) + area.name);
  searchKeys.set(area, key);
  return key;
}

const orders = new WeakMap<readonly StandingArea[], Map<string, readonly StandingArea[]>>();

/** A board is shared by all who ask for a minute, so it is put in each order once. */
function inOrder(
  areas: readonly StandingArea[],
  sort: AreaSort,
  descending: boolean,
): readonly StandingArea[] {
  const known = orders.get(areas) ?? new Map<string, readonly StandingArea[]>();
  orders.set(areas, known);
  const key = `${sort} ${descending}`;
  const found = known.get(key);
  if (found) return found;
  const direction = descending ? -1 : 1;
  const keys = SORT_KEYS[sort](areas);
  const sorted = areas
    .map((area, index) => ({ area, key: keys[index] ?? '' }))
    .sort(({ area: a, key: left }, { area: b, key: right }) => {
      const order = left < right ? -direction : left > right ? direction : a.since - b.since;
      return order || (a.areaId < b.areaId ? -1 : 1);
    })
    .map(({ area }) => area);
  known.set(key, sorted);
  return sorted;
}

/** Whether the area lies in the viewer's subtree; an unresolved one is shown to nation-wide viewers only. */
export function visibleTo(viewer: Viewer, area: StandingArea): boolean {
  return liesIn(area.division?.path, viewer.scope);
}

/** The written or resolved path, for search and sort. */
export function pathText(area: StandingArea): string {
  return area.division?.steps.map((step) => step.name).join('') ?? area.writtenPath;
}

/** What each order compares: numbers with numbers, texts with texts. Divisions go by code, as official lists do. */
const SORT_KEYS: Record<AreaSort, (areas: readonly StandingArea[]) => readonly (string | number)[]> = {
  level: (areas) => areas.map(({ level }) => -compareLevels(level, 'LOW')),
  since: (areas) => areas.map(({ since }) => since),
  release: (areas) => areas.map(({ decision }) => decision?.earliestRelease ?? Number.MAX_SAFE_INTEGER),
  name: (areas) => orderKeys(areas.map(({ name }) => name)),
  division: (areas) => areas.map(({ division, writtenPath }) => division?.path ?? `~${writtenPath}`),
};
