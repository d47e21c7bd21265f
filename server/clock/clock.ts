/** What time it is. Rules and services never read the machine's clock themselves. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** True when the clock is simulated for a drill. */
  readonly drill: boolean;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now(), drill: false };
