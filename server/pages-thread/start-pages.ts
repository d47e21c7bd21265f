import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { sessionsLeft } from '@/server/auth/session';
import { joinThread } from '@/server/between-threads';
import type { Config } from '@/server/config';
import { type Pages, PagesAway, type PagesState } from '@/server/http/pages/pages';
import { answerAsks } from './asks';
import { passOn } from './pass-on';
import type { FromThread, MainServices, ThreadStart, ToThread, Wiring } from './thread-words';

export interface PagesOptions {
  /** The built file the thread runs. */
  readonly script: URL;
  /** With the secret of sessions in it. */
  readonly config: Config;
  /** Next in development mode. */
  readonly dev: boolean;
  /** Told each step, for the log. */
  tell(step: string): void;
}

/** The thread that renders the pages, as the main thread knows it. */
export interface PagesThread extends Pages {
  /** Give it what it needs for its first page, for which it waits, and what it may ask for. */
  wire(wiring: Wiring, services: MainServices): void;
  /** Resolve once pages are rendered. @throws Error when the thread ends before that. */
  ready(): Promise<void>;
  /** The way for connections that leave HTTP, which only Next's development mode makes use of. */
  connect(): Duplex;
  /** End it in order: what is being answered is answered. */
  stop(): Promise<void>;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** Whoever has run so long is not counted among those that end again and again. */
const STEADY_MS = 60_000;
const STOP_MS = 15_000;
const KEPT_CONNECTIONS = 64;

/** One life of the thread. */
interface Life {
  readonly worker: Worker;
  /** Where it asks the main thread. */
  readonly asks: MessagePort;
  readonly socket: string;
  readonly agent: Agent;
  readonly ended: Promise<unknown>;
  ready: boolean;
}

/**
 * Begin the thread that renders the pages, and begin it again whenever it ends: at once the first time, then after waits
 * that double up to half a minute. Requests reach it over HTTP on a socket in a folder that this user alone may enter.
 */
export function startPages(options: PagesOptions): PagesThread {
  const folder = mkdtempSync(path.join(tmpdir(), 'fengqu-'));
  const over = new AbortController();
  const first = new EventEmitter<{ ready: []; ended: [Error] }>();
  const ready = new Promise<void>((resolve, reject) => first.once('ready', resolve).once('ended', reject));
  // Whoever waits for it is told; that nobody waits is no fault.
  ready.catch(() => undefined);
  let wired: { wiring: Wiring; services: MainServices } | null = null;
  let stopping: Promise<void> | null = null;
  let wait = 0;
  let lives = 0;
  let life = begin();

  function begin(): Life {
    lives += 1;
    const name = `${lives}-${randomUUID().slice(0, 8)}`;
    const socket = process.platform === 'win32' ? `\\\\.\\pipe\\fengqu-${name}` : path.join(folder, name);
    const { worker, asks } = startedThread(options, socket);
    const since = Date.now();
    const agent = new Agent({ keepAlive: true, maxFreeSockets: KEPT_CONNECTIONS });
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    const begun: Life = { worker, asks, socket, agent, ended, ready: false };
    const again = () => begun.ready || lives > 1;
    worker.on('message', (said: FromThread) => {
      if (said !== 'ready') return;
      begun.ready = true;
      first.emit('ready');
      if (lives > 1) options.tell('Pages are rendered again');
    });
    worker.on('error', (error) => {
      first.emit('ended', error);
      if (again()) options.tell(`The thread that renders pages has failed: ${error.stack ?? error.message}`);
    });
    worker.once('exit', () => {
      agent.destroy();
      first.emit('ended', new Error('The thread that renders pages has ended.'));
      if (again()) void beginAgain(Date.now() - since);
    });
    if (wired) handOver(begun, wired.wiring, wired.services);
    return begun;
  }

  function handOver({ worker, asks }: Life, wiring: Wiring, services: MainServices): void {
    answerAsks(asks, services);
    worker.postMessage({ wiring } satisfies ToThread);
  }

  async function beginAgain(lived: number): Promise<void> {
    life.ready = false;
    if (lived > STEADY_MS) wait = 0;
    if (over.signal.aborted) return;
    options.tell(
      `The thread that renders pages has ended; it is started again${wait === 0 ? '' : ` in ${wait / 1000} s`}`,
    );
    await sleep(wait, undefined, { signal: over.signal }).catch(() => undefined);
    wait = Math.min(LONGEST_WAIT_MS, Math.max(FIRST_WAIT_MS, wait * 2));
    if (!over.signal.aborted) life = begin();
  }

  return {
    handle: (request, response) => {
      if (!life.ready) return Promise.reject(new PagesAway('The thread that renders pages is away.'));
      return passOn(life.socket, life.agent)(request, response);
    },
    get state(): PagesState {
      return life.ready ? 'up' : 'restarting';
    },
    wire: (wiring, services) => {
      wired = { wiring, services };
      handOver(life, wiring, services);
    },
    ready: () => ready,
    connect: () => connect(life.socket),
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };

  async function stop(): Promise<void> {
    over.abort();
    // Before its first page it has nothing to end in order.
    const patience = life.ready ? STOP_MS : 0;
    life.worker.postMessage('stop' satisfies ToThread);
    await Promise.race([life.ended, sleep(patience, undefined, { ref: false })]);
    await life.worker.terminate();
    rmSync(folder, { recursive: true, force: true });
  }
}

function startedThread({ script, config, dev }: PagesOptions, socket: string): Pick<Life, 'worker' | 'asks'> {
  const between = new MessageChannel();
  const asks = new MessageChannel();
  joinThread(between.port1);
  const start: ThreadStart = {
    ...{ config, dev, socket, left: sessionsLeft() },
    ...{ between: between.port2, asks: asks.port2 },
  };
  const worker = new Worker(script, {
    name: 'pages',
    workerData: start,
    transferList: [between.port2, asks.port2],
  });
  return { worker, asks: asks.port1 };
}
