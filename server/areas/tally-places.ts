import { dueStates } from '@/domain/area/due-states';
import type { Transaction } from '@/server/db/transaction';
import type { DayChange } from './day-changes';
import { divisionPaths } from './division-path';
import type { StandingArea } from './load-standing';

/** Standing areas of one division, what changed there on the day so far, and what waits. */
export interface PlaceRow {
  /** '' for places whose division is not known at all. */
  code: string;
  name: string;
  /** Names above it, for the county names that repeat. */
  above: string;
  HIGH: number;
  MEDIUM: number;
  LOW: number;
  began: number;
  ended: number;
  dueToday: number;
  lacking: number;
  late: number;
  /** When a level last began or ended here on this day, epoch ms. */
  latest: number | null;
}

/** County or functional zone; or prefecture, or what stands in its place in municipalities and directly ruled counties. */
export type TallyRank = 'county' | 'prefecture';

/**
 * One row a division that holds areas or changed on the day, most high areas first.
 * @param changes of the day, inside the same subtree as the areas
 */
export async function tallyPlaces(
  reader: Pick<Transaction, '$queryRaw'>,
  areas: readonly StandingArea[],
  changes: readonly DayChange[],
  rank: TallyRank,
  at: number,
): Promise<PlaceRow[]> {
  const rows = new Map<string, PlaceRow>();
  for (const area of areas) {
    const codes = area.division?.steps.map((step) => step.code) ?? [];
    const row = rowFor(rows, placedAt(codes, area.county?.code ?? null, rank));
    row[area.level] += 1;
    const states = dueStates(area.decision, at);
    if (states.includes('lacking')) row.lacking += 1;
    if (states.includes('today')) row.dueToday += 1;
    if (states.includes('late')) row.late += 1;
  }
  for (const { path, countyCode, began, ended, latest } of changes) {
    const row = rowFor(rows, placedAt(path.split('/').filter(Boolean), countyCode, rank));
    row.began += began;
    row.ended += ended;
    row.latest = Math.max(row.latest ?? 0, latest);
  }
  const names = await divisionPaths(reader, [...rows.keys()].filter(Boolean));
  for (const row of rows.values()) {
    const steps = names.get(row.code)?.steps ?? [];
    row.name = steps.at(-1)?.name ?? row.code;
    row.above = steps
      .slice(0, -1)
      .map((step) => step.name)
      .join(' ');
  }
  return [...rows.values()].sort(
    (a, b) => b.HIGH - a.HIGH || b.MEDIUM - a.MEDIUM || (a.code < b.code ? -1 : 1),
  );
}

function placedAt(codes: readonly string[], county: string | null, rank: TallyRank): string {
  const prefecture = codes[1] ?? codes[0] ?? '';
  return rank === 'county' ? (county ?? prefecture) : prefecture;
}

function rowFor(rows: Map<string, PlaceRow>, code: string): PlaceRow {
  const known = rows.get(code);
  if (known) return known;
  const nothing = { HIGH: 0, MEDIUM: 0, LOW: 0, began: 0, ended: 0, dueToday: 0, lacking: 0, late: 0 };
  const row = { code, name: '', above: '', ...nothing, latest: null };
  rows.set(code, row);
  return row;
}
