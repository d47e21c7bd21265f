import type { Database } from '@/server/db/connect';

/** An account that a drill comes with. Its password is public, so drills never hold real data. */
export interface DemoAccount {
  name: string;
  password: string;
  displayName: string;
  role: 'ADMIN' | 'OFFICER' | 'STAFF' | 'PRESS';
  divisionCode: string | null;
}

/** A drill that can be loaded on an empty database. */
export interface Scenario {
  name: string;
  accounts: readonly DemoAccount[];
  /** Load it unless it is loaded already. @throws StartupError when another scenario or real data stands there. */
  load(db: Database, tell: (step: string) => void): Promise<void>;
}
