import type { Clock } from './clock/clock';
import type { Database } from './db/connect';

/** What a service needs of the world. The runtime is one; a command builds its own. */
export interface ServiceContext {
  readonly db: Database;
  readonly clock: Clock;
  /** How to ask for a downgrade pass; a command that sweeps by itself passes one that does nothing. */
  readonly downgrade: { request(trigger: string): Promise<void> };
}
