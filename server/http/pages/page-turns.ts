import type { ServerResponse } from 'node:http';
import { Problem } from '@/server/errors';

/** How pages take turns. */
export interface TurnLimits {
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
 * Pages are rendered one after the other, first come first served: each is a hundred milliseconds of the one thread that
 * answers look-ups too, and ten begun at once would stand in the way of every look-up until all of them are done.
 * @returns a function that waits for the turn of an answer. It gives null where the client has gone meanwhile.
 * @throws Problem temporarily-unavailable, from that function, when too many wait or this one has waited too long.
 */
export function pageTurns(limits: TurnLimits): (response: ServerResponse) => Promise<EndTurn | null> {
  const queue = new Set<Waiting>();
  let free = true;

  const next = (): void => {
    const [first] = queue;
    if (!first) {
      free = true;
      return;
    }
    queue.delete(first);
    first.admit();
  };
  const begin = (response: ServerResponse): EndTurn => {
    free = false;
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      clearTimeout(held);
      response.off('close', end);
      // Look-ups that have come meanwhile are answered between two pages.
      setImmediate(next);
    };
    const held = setTimeout(end, limits.heldMs);
    response.once('close', end);
    return end;
  };

  return (response) => {
    if (response.destroyed) return Promise.resolve(null);
    if (free) return Promise.resolve(begin(response));
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
