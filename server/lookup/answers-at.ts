import type { Runtime } from '@/server/runtime';

const MINUTE = 60_000;

/**
 * The instant (epoch ms) for which the present is answered: the minute that has begun, or the instant at which the
 * index took in its last change when that is later. So an answer holds for its whole minute and can be kept as long,
 * and a level committed a moment ago shows at once.
 */
export function answersAt(rt: Pick<Runtime, 'lookup' | 'clock'>): number {
  return Math.max(rt.lookup.index.evaluatedAt, Math.floor(rt.clock.now() / MINUTE) * MINUTE);
}
