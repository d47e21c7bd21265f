import type pg from 'pg';
import type { Database } from '@/server/db/connect';
import { listenTo } from '@/server/db/listener';
import { SETTING_NOTICE } from '@/server/home/home-division';

/** The head of the change log as this process knows it. */
export interface LogFollower {
  /** Highest sequence number seen; 0 for an empty log. */
  readonly head: number;
  /** Machine time (epoch ms) at which the database last confirmed the head. */
  readonly confirmedAt: number;
  /** Call `advanced` after every growth of the log and every change of a setting. @returns a function that ends the subscription. */
  subscribe(advanced: (head: number) => void): () => void;
  /** Resolve once the head is beyond `seq`, or after `ms`, or when `signal` aborts. */
  waitBeyond(seq: number, ms: number, signal?: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

const POLL_MS = 2_000;
/** A database that hangs without closing its connections must not gather our questions. */
const PATIENCE_MS = 5_000;

/**
 * Follow the log: `NOTIFY` wakes us, the log is what we read. A lost notification or connection costs at most the poll
 * interval; while the database is down the head stands still and `confirmedAt` ages.
 */
export async function followLog(db: Database): Promise<LogFollower> {
  const subscribers = new Set<(head: number) => void>();
  let head = await readHead(db);
  let confirmedAt = Date.now();
  let stopped = false;
  let looking = false;
  let woken = false;

  const look = async () => {
    const seen = await readHead(db);
    confirmedAt = Date.now();
    if (seen <= head) return;
    head = seen;
    for (const advanced of [...subscribers]) advanced(seen);
  };
  /** One look at a time; a wake in the middle of one asks for another behind it. */
  const wake = async () => {
    woken = true;
    if (looking) return;
    looking = true;
    while (woken && !stopped) {
      woken = false;
      await look().catch(() => undefined);
    }
    looking = false;
  };
  const unlisten = await listenTo(db.url, 'fengqu_log', (payload) => {
    // A setting is no line of the log, but those who follow it read settings with it; one may have been set unheard.
    if (payload === SETTING_NOTICE || payload === null)
      for (const advanced of [...subscribers]) advanced(head);
    void wake();
  });
  const timer = setInterval(() => void wake(), POLL_MS);

  return {
    get head() {
      return head;
    },
    get confirmedAt() {
      return confirmedAt;
    },
    subscribe: (advanced) => {
      subscribers.add(advanced);
      return () => subscribers.delete(advanced);
    },
    waitBeyond: (seq, ms, signal) => {
      if (head > seq || signal?.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(limit);
          subscribers.delete(advanced);
          signal?.removeEventListener('abort', done);
          resolve();
        };
        const advanced = (seen: number) => seen > seq && done();
        const limit = setTimeout(done, ms);
        subscribers.add(advanced);
        signal?.addEventListener('abort', done);
      });
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await unlisten();
    },
  };
}

async function readHead(db: Database): Promise<number> {
  const asked: pg.QueryConfig & { query_timeout: number } = {
    text: 'select seq, recorded_at as "recordedAt" from change_log order by seq desc limit 1',
    query_timeout: PATIENCE_MS,
  };
  const { rows } = await db.pool.query<{ seq: string; recordedAt: Date }>(asked);
  const [last] = rows;
  if (!last) return 0;
  db.recorded.at = Math.max(db.recorded.at, last.recordedAt.getTime());
  return Number(last.seq);
}
