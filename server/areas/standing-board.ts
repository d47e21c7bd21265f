import type { Clock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { processWide } from '@/server/process-wide';
import { decideArea } from './decide-area';
import { areasChanged, loadStanding, nextTurn, type StandingArea, type StandingEntry } from './load-standing';

/** Every standing area at one instant. `version` is the log cursor it reflects. */
export interface StandingBoard {
  at: number;
  version: number;
  areas: readonly StandingArea[];
}

/** What is recorded, the board made of it, and until when (epoch ms) no level begins or ends by time alone. */
interface Held {
  entries: Map<string, StandingEntry>;
  until: number;
  board: StandingBoard;
}

interface Holder {
  held: Held | null;
  renewing: Promise<Held> | null;
}

const holders = processWide('standing-board', () => new WeakMap<Database, Holder>());
const FRESH_MS = 60_000;
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
    holder.renewing ??= renew(db, holder.held, now, version).finally(() => {
      holder.renewing = null;
    });
    holder.held = await holder.renewing;
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
  if (version === before.version) return decided(held.entries, held.until, at, version);
  const changed = await areasChanged(db, before.version, version);
  if (changed.length > MANY) return readAll(db, at, version);
  const [read, until] = await Promise.all([loadStanding(db, at, changed), nextTurn(db, at)]);
  const entries = new Map(held.entries);
  for (const id of changed) entries.delete(id);
  for (const [id, entry] of read) entries.set(id, entry);
  return decided(entries, until, at, version);
}

async function readAll(db: Database, at: number, version: number): Promise<Held> {
  const [entries, until] = await Promise.all([loadStanding(db, at, null), nextTurn(db, at)]);
  return decided(entries, until, at, version);
}

/** Decide every area under our rule anew. Imported ones keep their object, and with it what was derived from it. */
function decided(entries: Map<string, StandingEntry>, until: number, at: number, version: number): Held {
  const areas = Array.from(
    entries.values(),
    ({ area, facts }): StandingArea => (facts ? { ...area, decision: decideArea(facts, at) } : area),
  );
  return { entries, until, board: { at, version, areas } };
}
