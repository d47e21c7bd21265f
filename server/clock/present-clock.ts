import type { Database } from '@/server/db/connect';
import type { Clock } from './clock';

/**
 * The present as the deployment knows it: the clock's, but never before what has been recorded. A machine's clock may
 * step back, a drill's may stand still while people go on recording; what was recorded a moment ago is not in the
 * future for all that.
 */
export function presentClock(db: Pick<Database, 'recorded'>, clock: Clock): Clock {
  return { drill: clock.drill, now: () => Math.max(clock.now(), db.recorded.at) };
}
