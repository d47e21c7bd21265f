import type { Clock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { patienceLeft, within } from '@/server/db/patience';
import { processWide } from '@/server/process-wide';
import { soon } from '@/server/soon';
import { decideArea } from './decide-area';
import { type LostBasisArea, loadLostBases } from './load-lost-bases';
import { areasChanged, loadStanding, nextTurn, type StandingArea, type StandingEntry } from './load-standing';

/** Every standing area at one instant. `version` is the log cursor it reflects. */
export interface StandingBoard {
  at: number;
  version: number;
  areas: readonly StandingArea[];
  /** Areas lowered by the rule on records that, as they are held now, do not bear it out. */
  lost: readonly LostBasisArea[];
}

/** What is recorded, the board made of it, and until when (epoch ms) no level begins or ends by time alone. */
interface Held {
  entries: Map<string, StandingEntry>;
  lost: Map<string, LostBasisArea>;
  until: number;
  board: StandingBoard;
}

interface Holder {
  held: Held | null;
  renewing: Promise<Held> | null;
}

const holders = processWide('standing-board', () => new WeakMap<Database, Holder>());
const FRESH_MS = 60_000;
const RENEW_MS = 60_000;
/** From so many changed areas on, reading all of them is quicker than looking for some. */
const MANY = 3_000;

/**
 * Everything that stands now. One board is shared by all who ask, for a minute or until the change log moves; then only
 * what changed is read again, so that neither a dashboard full of officers nor a busy hour reads 43,000 areas each time.
 */
export async function standingBoard(db: Database, clock: Clock): Promise<StandingBoard> {
  const holder = holders.get(db) ?? { held: null, renewing: null };
  holders.set(db, holder);
  const now = clock.now();
  const { rows } = await db.pool.query<{ version: string }>(
    'select coalesce(max(seq), 0) as version from change_log',
  );
  const version = Number(rows[0]?.version);
  for (;;) {
    if (holder.held && isFresh(holder.held, now, version)) return holder.held.board;
    // Many wait for one reading, so it is not bound to the patience of whoever came first.
    holder.renewing ??= within(RENEW_MS, () => renew(db, holder.held, now, version)).finally(() => {
      holder.renewing = null;
    });
    const left = patienceLeft();
    holder.held = await (left === null ? holder.renewing : soon(holder.renewing, left));
  }
}

function isFresh({ board, until }: Held, now: number, version: number): boolean {
  const { at } = board;
  return (
    board.version >= version &&
    Math.abs(now - at) < FRESH_MS &&
    Math.floor(at / 3_600_000) === Math.floor(now / 3_600_000) &&
    now < until
  );
}

async function renew(db: Database, held: Held | null, at: number, version: number): Promise<Held> {
  const before = held?.board;
  if (!held || !before || at < before.at || at >= held.until) return readAll(db, at, version);
  if (version === before.version) return decided(held, at, version);
  const changed = await areasChanged(db, before.version, version);
  if (changed.length > MANY) return readAll(db, at, version);
  const [read, lost, until] = await Promise.all([
    loadStanding(db, at, changed),
    loadLostBases(db, at, changed),
    nextTurn(db, at),
  ]);
  const renewed = {
    entries: replaced(held.entries, changed, read),
    lost: replaced(held.lost, changed, lost),
  };
  return decided({ ...renewed, until }, at, version);
}

function replaced<Entry>(
  held: ReadonlyMap<string, Entry>,
  changed: readonly string[],
  read: ReadonlyMap<string, Entry>,
): Map<string, Entry> {
  const entries = new Map(held);
  for (const id of changed) entries.delete(id);
  for (const [id, entry] of read) entries.set(id, entry);
  return entries;
}

async function readAll(db: Database, at: number, version: number): Promise<Held> {
  const [entries, lost, until] = await Promise.all([
    loadStanding(db, at, null),
    loadLostBases(db, at, null),
    nextTurn(db, at),
  ]);
  return decided({ entries, lost, until }, at, version);
}

/** Decide every area under our rule anew. Imported ones keep their object, and with it what was derived from it. */
function decided(read: Omit<Held, 'board'>, at: number, version: number): Held {
  const areas = Array.from(
    read.entries.values(),
    ({ area, facts }): StandingArea => (facts ? { ...area, decision: decideArea(facts, at) } : area),
  );
  return { ...read, board: { at, version, areas, lost: [...read.lost.values()] } };
}
