import { pinyin } from 'pinyin-pro';
import { applyAreas } from '@/domain/lookup/area/apply-areas';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { emptyAreaIndex, withCoverages } from '@/domain/lookup/area/empty-area-index';
import type { Clock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import type { LogFollower } from '@/server/feed/log-follower';
import { soon } from '@/server/soon';
import { keptDivisionIndex } from './kept-division-index';
import { readCoverages } from './read-coverages';
import { readIndexedAreas } from './read-indexed-areas';

/** The in-memory look-up as the doors use it. It goes on answering while the database is down. */
export interface LiveLookup {
  /** The present snapshot; immutable, so an answer is of one piece. */
  readonly index: AreaIndex;
  /** Log cursor the snapshot reflects. */
  readonly version: number;
  /** Resolve once the snapshot reflects the log up to `seq`, or after `ms`. */
  reached(seq: number, ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** How often roll-ups are evaluated anew, so that a level that takes effect at an hour shows at that hour. */
const TICK_MS = 30_000;
const MINUTE = 60_000;
/** A database that hangs is asked anew after this long; the greatest import is read in a fraction of it. */
const GIVE_UP_MS = 60_000;

/**
 * Load the index over all divisions and areas and keep it at the head of the change log.
 * @param folder where the index over the divisions is kept between starts; null builds it at every start.
 */
export async function startLiveLookup(
  db: Database,
  clock: Clock,
  log: LogFollower,
  folder: string | null = null,
): Promise<LiveLookup> {
  const divisions = await keptDivisionIndex(db, folder);
  const romanise = (text: string) => pinyin(text, { toneType: 'none', v: true, type: 'array' });
  const head = log.head;
  const began = clock.now();
  let index = withCoverages(
    emptyAreaIndex(divisions, head, began, romanise),
    await readCoverages(db, began),
    head,
  );
  index = applyAreas(index, await readIndexedAreas(db, null), head, began);

  const waiting = new Set<() => void>();
  let running: Promise<void> | null = null;
  /** Number of the catching up whose findings count: one that was given up may still end some day. */
  let turn = 0;
  const catchUp = async (mine: number) => {
    for (;;) {
      const target = log.head;
      const now = clock.now();
      const changed = target > index.version ? await changedAreas(db, index.version, target) : [];
      const areas = changed.length > 0 ? await readIndexedAreas(db, changed) : [];
      // Without a change the present is answered by whole minutes, so that answers can be kept that long.
      const at = changed.length > 0 ? now : Math.max(index.evaluatedAt, Math.floor(now / MINUTE) * MINUTE);
      const coverages = await readCoverages(db, at);
      if (mine !== turn) return;
      const found = new Set(areas.map((area) => area.id));
      const gone = changed.filter((id) => !found.has(id));
      index = applyAreas(withCoverages(index, coverages, target), areas, target, at, gone);
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
  const unsubscribe = log.subscribe(refresh);
  const tick = setInterval(refresh, TICK_MS);
  return {
    get index() {
      return index;
    },
    get version() {
      return index.version;
    },
    reached: (seq, ms) => {
      if (index.version >= seq) return Promise.resolve();
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(limit);
          waiting.delete(check);
          resolve();
        };
        const check = () => index.version >= seq && done();
        const limit = setTimeout(done, ms);
        waiting.add(check);
      });
    },
    stop: async () => {
      unsubscribe();
      clearInterval(tick);
      if (retry) clearTimeout(retry);
      await running;
    },
  };
}

async function changedAreas(db: Database, after: number, upTo: number): Promise<string[]> {
  const { rows } = await db.pool.query<{ subject: string }>(
    `select distinct subject from change_log where seq > $1 and seq <= $2 and type like 'fengqu.area%'`,
    [after, upTo],
  );
  return rows.map((row) => row.subject);
}
