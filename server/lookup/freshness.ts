import type { Runtime } from '@/server/runtime';

/** After this long without a word from the database an answer is called stale. */
const STALE_AFTER_SECONDS = 60;

/** How old what is answered from memory is, in real time. */
export interface Freshness {
  /** Full seconds since the database last confirmed the log cursor that the answers reflect. */
  readonly dataAgeSeconds: number;
  /** Too old to be told without a warning. */
  readonly stale: boolean;
}

/** The age of every answer of this moment, for every door. */
export function freshness(rt: Pick<Runtime, 'log'>): Freshness {
  const dataAgeSeconds = Math.floor(ageMs(rt) / 1000);
  return { dataAgeSeconds, stale: dataAgeSeconds > STALE_AFTER_SECONDS };
}

/** Milliseconds since the database last spoke. */
function ageMs(rt: Pick<Runtime, 'log'>): number {
  return Math.max(0, Date.now() - rt.log.confirmedAt);
}

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

/**
 * The same age in the time of the deployment.
 * @param at its present instant, epoch ms; a drill's clock may stand still while real time goes on
 */
export function pageFreshness(rt: Pick<Runtime, 'log' | 'drill'>, at: number): PageFreshness {
  const { dataAgeSeconds, stale } = freshness(rt);
  return {
    confirmedAt: rt.drill?.paused ? at : at - ageMs(rt),
    ageSeconds: dataAgeSeconds,
    stale,
    drill: rt.drill !== null,
  };
}
