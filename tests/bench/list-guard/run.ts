import { holdReasons } from '@/domain/list/hold';
import type { HoldCode } from '@/domain/list/hold-reason';
import type { PastChanges } from '@/domain/list/list-change';
import type { ListSummary } from '@/domain/list/summary';
import { Chance } from './chance';
import { nextHonest, provinceEnds } from './honest';
import { changeBetween, type Era, firstList, type InventedList, summaryOf } from './nation';
import { TRUNCATIONS, type Truncation, truncate } from './truncate';

/** How many lists of a kind were judged, and how many were held. */
export interface Tally {
  judged: number;
  held: number;
  readonly why: Map<HoldCode, number>;
}

const REMEMBERED = 24;
const LISTS = 55;

/** One published row of lists: every list judged after those before it, as the import does. */
export class Row {
  private readonly changes: PastChanges['changes'][number][] = [];
  private readonly summaries: ListSummary[];
  last: InventedList;

  constructor(first: InventedList) {
    this.last = first;
    this.summaries = [summaryOf(first)];
  }

  judge(list: InventedList): HoldCode[] {
    const [previous, next] = [this.summaries.at(-1) ?? null, summaryOf(list)];
    const peaks: Record<string, number> = {};
    for (const seen of this.summaries.slice(-REMEMBERED)) {
      for (const [province, places] of Object.entries(seen.provinces)) {
        peaks[province] = Math.max(peaks[province] ?? 0, places);
      }
    }
    const past = { changes: this.changes.slice(0, REMEMBERED - 1), peaks };
    const change = changeBetween(this.last, list);
    const input = { previous, next, warnings: [], change, past, now: next.listTime };
    return holdReasons(input).map((reason) => reason.code);
  }

  apply(list: InventedList): void {
    const { added, gone } = changeBetween(this.last, list);
    const hours = list.hour - this.last.hour;
    if (hours > 0) this.changes.unshift({ hours, added, gone });
    this.summaries.push(summaryOf(list));
    this.last = list;
  }
}

/** What truncated lists lost, 26–94 %, and a share below any that was seen. */
const SHARES = [0.1, 0.26, 0.37, 0.7, 0.94];
const ERAS: readonly Era[] = ['growth', 'peak', 'decline', 'July'];

/**
 * Judges invented rows of honest lists and, beside every ninth of them, its truncated editions: of what the list before
 * held (stale) and of what the honest list holds (fresh).
 * @param rows rows an era
 */
export function measureInvented(rows: number, seed: number): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const era of ERAS) {
    for (let at = 0; at < rows; at += 1) measureRow(new Chance(seed + at * 7919), era, tallies);
  }
  return tallies;
}

function measureRow(chance: Chance, era: Era, tallies: Map<string, Tally>): void {
  const row = new Row(firstList(chance, era));
  for (let at = 1; at < LISTS && row.last.places.length > 30; at += 1) {
    let honest = nextHonest(chance, row.last, era);
    const ends = chance.next() < 0.1 ? provinceEnds(chance, honest, true) : null;
    honest = ends ?? honest;
    tally(tallies, `honest, ${era}`, row.judge(honest));
    if (ends !== null) tally(tallies, 'honest, a small province ends', row.judge(honest));
    if (at % 9 === 0) {
      judgeTruncated(row, honest, chance, tallies);
      const larger = provinceEnds(chance, honest, false);
      if (larger !== null) tally(tallies, 'honest, a larger province ends', row.judge(larger));
    }
    row.apply(honest);
  }
}

function judgeTruncated(row: Row, honest: InventedList, chance: Chance, tallies: Map<string, Tally>): void {
  for (const kind of Object.keys(TRUNCATIONS) as Truncation[]) {
    const whole = kind === 'one province only' || kind === 'the medium level';
    for (const share of whole ? [1] : SHARES) {
      for (const [edition, from] of Object.entries({ stale: row.last, fresh: honest })) {
        if (from.places.length < 200) continue;
        const cut = { ...truncate(from, kind, share, chance), hour: honest.hour };
        const name = whole ? kind : `${kind}, ${share < 0.26 ? '10 %' : '26–94 %'}`;
        tally(tallies, `truncated, ${edition}, ${name}`, row.judge(cut));
      }
    }
  }
}

function tally(tallies: Map<string, Tally>, name: string, codes: readonly HoldCode[]): void {
  let entry = tallies.get(name);
  if (entry === undefined) {
    entry = { judged: 0, held: 0, why: new Map() };
    tallies.set(name, entry);
  }
  entry.judged += 1;
  if (codes.length > 0) entry.held += 1;
  for (const code of codes) entry.why.set(code, (entry.why.get(code) ?? 0) + 1);
}
