import { pinyin } from 'pinyin-pro';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { emptyAreaIndex } from '@/domain/lookup/area/empty-area-index';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import type { Clock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import type { LogFollower } from '@/server/feed/log-follower';
import { soon } from '@/server/soon';
import type { IndexPart } from './index-part';
import { INDEX_PARTS } from './index-parts';
import { differencesOf } from './self-check';

/** The in-memory look-up as the doors use it. It goes on answering while the database is down. */
export interface LiveLookup {
  /** The present snapshot; immutable, so an answer is of one piece. */
  readonly index: AreaIndex;
  /** Log cursor the snapshot reflects. */
  readonly version: number;
  /** What the last comparison with the database gave; null before the first. */
  readonly selfCheck: SelfCheck | null;
  /** Compare with the database now, and read everything anew when they differ. Never needed: it happens by itself. */
  check(): Promise<void>;
  /** Resolve with true once the snapshot reflects the log up to `seq`, with false when it does not within `ms`. */
  reached(seq: number, ms: number): Promise<boolean>;
  stop(): Promise<void>;
}

/** A comparison of the snapshot with the database at one version. */
export interface SelfCheck {
  /** Machine time, epoch ms. */
  readonly at: number;
  readonly version: number;
  readonly ok: boolean;
  /** How often everything has been read anew since the start because they differed. */
  readonly rebuilds: number;
}

/** How often roll-ups are evaluated anew, so that a level that takes effect at an hour shows at that hour. */
const TICK_MS = 30_000;
const MINUTE = 60_000;
/** A database that hangs is asked anew after this long; the greatest import is read in a fraction of it. */
const GIVE_UP_MS = 60_000;
/** The first comparison with the database, how often it is made, and how soon again when a commit came between. */
const CHECK = { first: MINUTE, every: 10 * MINUTE, again: 10_000 };

/**
 * Load the index over what is recorded in the divisions, and keep it at the head of the change log.
 * @param divisions the index over the divisions, which may be shared with another thread.
 * @param parts what is recorded, kind by kind
 */
export async function startLiveLookup(
  db: Database,
  clock: Clock,
  log: LogFollower,
  divisions: DivisionIndex,
  parts: readonly IndexPart[] = INDEX_PARTS,
): Promise<LiveLookup> {
  const romanise = (text: string) => pinyin(text, { toneType: 'none', v: true, type: 'array' });
  const head = log.head;
  const began = clock.now();
  let index = emptyAreaIndex(divisions, head, began, romanise);
  for (const part of parts) index = (await part.read(db, null, began))(index, head, began);

  const waiting = new Set<() => void>();
  let running: Promise<void> | null = null;
  /** Number of the catching up whose findings count: one that was given up may still end some day. */
  let turn = 0;
  const emptyEdition = (version: number, at: number, edition: number): AreaIndex => ({
    ...emptyAreaIndex(divisions, version, at, romanise),
    edition,
  });
  /** Everything is to be read, as at the start. */
  let anew = false;
  const catchUp = async (mine: number) => {
    for (;;) {
      const target = log.head;
      const now = clock.now();
      const all = anew;
      const told =
        all || target === index.version ? null : await subjectsTold(db, index.version, target, parts);
      // Without a change the present is answered by whole minutes, so that answers can be kept that long.
      const at = all || told !== null ? now : Math.max(index.evaluatedAt, Math.floor(now / MINUTE) * MINUTE);
      const puts = [];
      for (const part of parts) {
        const subjects = all || part.events.length === 0 ? null : (told?.get(part) ?? []);
        puts.push(await part.read(db, subjects, at));
      }
      if (mine !== turn) return;
      let next = all ? emptyEdition(target, at, index.edition + 1) : index;
      for (const put of puts) next = put(next, target, at);
      index = next;
      if (all) anew = false;
      for (const check of [...waiting]) check();
      if (log.head === target) return;
    }
  };
  const refresh = () => {
    if (running) return;
    turn += 1;
    running = soon(catchUp(turn), GIVE_UP_MS)
      .catch(() => {
        turn += 1;
      })
      .finally(() => {
        running = null;
        // The log may have grown between the last look and this moment.
        if (log.head > index.version && !retry) retry = setTimeout(again, 500);
      });
  };
  let retry: NodeJS.Timeout | null = null;
  const again = () => {
    retry = null;
    refresh();
  };
  let selfCheck: SelfCheck | null = null;
  const check = async () => {
    const checked = index;
    const differing = await differencesOf(db, checked, parts);
    if (differing === null) return false;
    const rebuilds = (selfCheck?.rebuilds ?? 0) + (differing.length > 0 ? 1 : 0);
    selfCheck = { at: Date.now(), version: checked.version, ok: differing.length === 0, rebuilds };
    if (selfCheck.ok) return true;
    const where = differing.slice(0, 20).join(' ');
    console.error(
      `Look-up: the index at version ${checked.version} is not what the database holds, in ${differing.length} places: ${where}. It is read anew.`,
    );
    anew = true;
    await running;
    refresh();
    await running;
    return false;
  };
  let stopped = false;
  let nextCheck: NodeJS.Timeout | null = null;
  const checkIn = (ms: number) => {
    nextCheck = setTimeout(() => {
      void check()
        .catch(() => false)
        .then((done) => !stopped && checkIn(done ? CHECK.every : CHECK.again));
    }, ms);
    nextCheck.unref();
  };
  checkIn(CHECK.first);
  const unsubscribe = log.subscribe(refresh);
  const tick = setInterval(refresh, TICK_MS);
  return {
    get index() {
      return index;
    },
    get version() {
      return index.version;
    },
    get selfCheck() {
      return selfCheck;
    },
    check: async () => {
      // A commit in between leaves nothing to compare with; after a difference the new index is compared.
      for (let tries = 0; tries < 5; tries += 1) if (await check()) return;
    },
    reached: (seq, ms) => {
      if (index.version >= seq) return Promise.resolve(true);
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(limit);
          waiting.delete(check);
          resolve(index.version >= seq);
        };
        const check = () => index.version >= seq && done();
        const limit = setTimeout(done, ms);
        waiting.add(check);
      });
    },
    stop: async () => {
      stopped = true;
      if (nextCheck) clearTimeout(nextCheck);
      unsubscribe();
      clearInterval(tick);
      if (retry) clearTimeout(retry);
      await running;
    },
  };
}

/** The subjects that events after one cursor up to another name, by the part they are of; null when they name none. */
async function subjectsTold(
  db: Database,
  after: number,
  upTo: number,
  parts: readonly IndexPart[],
): Promise<ReadonlyMap<IndexPart, readonly string[]> | null> {
  const partOf = new Map(parts.flatMap((part) => part.events.map((type) => [type, part] as const)));
  const { rows } = await db.pool.query<{ type: string; subject: string }>(
    'select distinct type, subject from change_log where seq > $1 and seq <= $2 and type = any($3)',
    [after, upTo, [...partOf.keys()]],
  );
  const told = new Map<IndexPart, Set<string>>();
  for (const { type, subject } of rows) {
    const part = partOf.get(type);
    if (part === undefined) continue;
    const subjects = told.get(part) ?? new Set();
    told.set(part, subjects.add(subject));
  }
  return told.size === 0 ? null : new Map([...told].map(([part, subjects]) => [part, [...subjects]]));
}
