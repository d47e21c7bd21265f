import { createHash } from 'node:crypto';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { answersAt } from '@/server/lookup/answers-at';
import { freshness } from '@/server/lookup/freshness';
import type { Runtime } from '@/server/runtime';

/** What every answer for the present shares. */
export interface LookupState {
  readonly index: AreaIndex;
  /** Instant answered (epoch ms). */
  readonly at: number;
  /** Names what the index says at that instant: answers under the same mark are the same. */
  readonly mark: string;
  readonly etag: string;
  /** The beginning of every answer, up to what differs: `{"version":…,"dataAgeSeconds":…,"stale":…`. */
  readonly head: Buffer;
}

interface Held extends LookupState {
  readonly dataAgeSeconds: number;
}

/**
 * The present state. One is made when a commit, a minute or a second of age makes a difference; between two seconds
 * thousands of answers share it.
 */
export function lookupStates(rt: Pick<Runtime, 'lookup' | 'clock' | 'log'>): () => LookupState {
  let held: Held | null = null;
  return () => {
    const { index } = rt.lookup;
    const at = answersAt(rt);
    const { dataAgeSeconds, stale } = freshness(rt);
    const same = held !== null && held.index === index && held.at === at;
    if (held !== null && same && held.dataAgeSeconds === dataAgeSeconds) return held;
    const mark = held !== null && same ? held.mark : markOf(index, at);
    const head = `{"version":${index.version},"dataAgeSeconds":${dataAgeSeconds},"stale":${stale}`;
    const etag = `W/"${mark}${stale ? '-stale' : ''}"`;
    held = { index, at, etag, head: Buffer.from(head), dataAgeSeconds, mark };
    return held;
  };
}

/** Of the version and edition, the instant, and the ground that sources speak for. */
function markOf(index: AreaIndex, at: number): string {
  const said = JSON.stringify([index.edition, index.coverages]);
  const ground = createHash('sha256').update(said).digest('base64url').slice(0, 8);
  return `${index.version}-${(at / 1000).toString(36)}-${ground}`;
}
