import type { MessagePort } from 'node:worker_threads';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import type { Config } from '@/server/config';

/** What the pages' thread is begun with. */
export interface ThreadStart {
  /** With the secret of sessions in it. */
  readonly config: Config;
  /** Next in development mode. */
  readonly dev: boolean;
  /** The socket (on Windows the named pipe) that the thread listens on. */
  readonly socket: string;
  /** What both threads have to forget alike (between-threads.ts). */
  readonly between: MessagePort;
  /** What the thread asks of the main thread. */
  readonly asks: MessagePort;
  /** Sessions taken for ended while the database could not be told. */
  readonly left: readonly string[];
}

/** What a thread needs before its first page, and the main thread has once it has started so far. */
export interface Wiring {
  readonly databaseUrl: string;
  /** Its arrays lie in memory that both threads read. */
  readonly divisions: DivisionIndex;
  /** Where the latest recorded instant is kept (shared-recorded.ts). */
  readonly recorded: SharedArrayBuffer;
}

/** From the main thread: what to work with, once, or that it is over. */
export type ToThread = { readonly wiring: Wiring } | 'stop';

/** From the pages' thread: that it takes requests. */
export type FromThread = 'ready';

/** What the pages' thread asks of the main thread. */
export interface MainServices {
  /** Ask for a pass of the downgrade job. */
  requestDowngrade(trigger: string): Promise<void>;
  /** Whether the main thread's look-up shows the log up to `seq`, waiting at most `ms`. */
  shown(seq: number, ms: number): Promise<boolean>;
}
