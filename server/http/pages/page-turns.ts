import type { ServerResponse } from 'node:http';
import { Problem } from '@/server/errors';

/** How pages take turns. */
export interface TurnLimits {
  /** Pages that are rendered at once. */
  readonly atOnce: number;
  /** Pages that may wait; one more is refused. */
  readonly waiting: number;
  /** How long one may wait, ms; then it is refused. */
  readonly patienceMs: number;
  /** After so long (ms) the next is let in beside it: what takes longer waits for a database or a reader, not for the processor. */
  readonly heldMs: number;
}

/** Ends a turn; more than once does no harm. */
export type EndTurn = () => void;

interface Waiting {
  admit(): void;
}

/**
 * A few pages are rendered at once, first come first served. Each is a hundred milliseconds of the thread that renders
 * them: more at once would all be late together, and what was half made would be kept in memory meanwhile.
 * @returns a function that waits for the turn of an answer. It gives null where the client has gone meanwhile.
 * @throws Problem temporarily-unavailable, from that function, when too many wait or this one has waited too long.
 */
export function pageTurns(limits: TurnLimits): (response: ServerResponse) => Promise<EndTurn | null> {
  const queue = new Set<Waiting>();
  let held = 0;

  const next = (): void => {
    held -= 1;
    const [first] = queue;
    if (!first) return;
    queue.delete(first);
    first.admit();
  };
  const begin = (response: ServerResponse): EndTurn => {
    held += 1;
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      clearTimeout(limit);
      response.off('close', end);
      next();
    };
    const limit = setTimeout(end, limits.heldMs);
    response.once('close', end);
    return end;
  };

  return (response) => {
    if (response.destroyed) return Promise.resolve(null);
    if (held < limits.atOnce) return Promise.resolve(begin(response));
    if (queue.size >= limits.waiting) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      const leave = () => {
        queue.delete(place);
        clearTimeout(patience);
        response.off('close', gone);
      };
      const gone = () => {
        leave();
        resolve(null);
      };
      const place: Waiting = {
        admit: () => {
          leave();
          resolve(begin(response));
        },
      };
      const patience = setTimeout(() => {
        leave();
        reject(busy());
      }, limits.patienceMs);
      response.once('close', gone);
      queue.add(place);
    });
  };
}

const busy = () =>
  new Problem('temporarily-unavailable', 'Too many pages are asked for at once. Nothing was changed.');
