import type { Runtime } from '@/server/runtime';

/** After this long without a word from the database the page says loudly that it is old. */
const STALE_AFTER_SECONDS = 60;

/** How old everything on the page is. */
export interface PageFreshness {
  /** When the data was last confirmed, epoch ms of the deployment's clock. */
  readonly confirmedAt: number;
  /** Real seconds since then. */
  readonly ageSeconds: number;
  readonly stale: boolean;
  /** Whether this is a drill. */
  readonly drill: boolean;
}

/** @param at the deployment's present instant, epoch ms; a drill's clock may stand still while real time goes on */
export function pageFreshness(rt: Pick<Runtime, 'log' | 'drill'>, at: number): PageFreshness {
  const ageMs = Math.max(0, Date.now() - rt.log.confirmedAt);
  const ageSeconds = Math.floor(ageMs / 1000);
  return {
    confirmedAt: rt.drill?.paused ? at : at - ageMs,
    ageSeconds,
    stale: ageSeconds > STALE_AFTER_SECONDS,
    drill: rt.drill !== null,
  };
}
