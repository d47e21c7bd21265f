import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { processWide } from './process-wide';

interface Told {
  readonly topic: string;
  readonly said: unknown;
}

const state = processWide('between-threads', () => ({
  other: null as MessagePort | null,
  acts: new Map<string, (said: never) => void>(),
  /** What came before the module that acts on it was loaded here. */
  unread: [] as Told[],
}));

/**
 * An act on what each thread of the process keeps for itself (a cache that has to forget), done in this thread and in
 * the other. The other does it at its next `hearOtherThread`, before it reads what it keeps.
 * @param topic the same in both threads.
 * @param act takes what can be copied between threads.
 */
export function inBothThreads<Said>(topic: string, act: (said: Said) => void): (said: Said) => void {
  state.acts.set(topic, act);
  const early = state.unread;
  state.unread = early.filter((told) => told.topic !== topic);
  for (const told of early) if (told.topic === topic) act(told.said as Said);
  return (said) => {
    act(said);
    state.other?.postMessage({ topic, said } satisfies Told);
  };
}

/**
 * Do now what the other thread has told. Whatever it told before this call is done when it returns; where nothing was
 * told it costs a seventh of a microsecond.
 */
export function hearOtherThread(): void {
  if (!state.other) return;
  for (;;) {
    const received: { message: Told } | undefined = receiveMessageOnPort(state.other);
    if (!received) return;
    const { topic, said } = received.message;
    const act = state.acts.get(topic) as ((said: unknown) => void) | undefined;
    if (act) act(said);
    else state.unread.push(received.message);
  }
}

/** Tell and hear over this port from now on. What the thread before told is heard first. */
export function joinThread(port: MessagePort): void {
  hearOtherThread();
  state.other?.close();
  state.other = port;
  // Nobody waits for what is told, so it keeps no process alive.
  port.unref();
}
