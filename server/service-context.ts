import type { Clock } from './clock/clock';
import type { Database } from './db/connect';

/** What a service needs of the world. The runtime is one; a command builds its own. */
export interface ServiceContext {
  readonly db: Database;
  /** The deployment's present; simulated in a drill. */
  readonly clock: Clock;
  /** Real time, in which people, sessions and keys live also in a drill; the machine's own where left out. */
  readonly realTime?: Clock;
  /** How to ask for a downgrade pass; a command that sweeps by itself passes one that does nothing. */
  readonly downgrade: { request(trigger: string): Promise<void> };
}

/** A world of people alone: for what leaves nothing in two times and asks for no downgrade. @param realTime real time */
export function peopleAt(db: Database, realTime: Clock): ServiceContext {
  return { db, clock: realTime, realTime, downgrade: NO_DOWNGRADE };
}

/** For whoever needs no pass asked for: a command that sweeps by itself, or what the rule does not look at. */
export const NO_DOWNGRADE: ServiceContext['downgrade'] = { request: async () => undefined };
