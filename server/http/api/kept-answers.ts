import { LRUCache } from 'lru-cache';

/** Room for the written answers of some ten thousand places. */
const MOST_BYTES = 32 * 1024 * 1024;
/** What the map and the buffer themselves take, about. */
const ENTRY_BYTES = 200;

/**
 * Written answers by the address asked, for one state of the world; what was not asked for longest goes first. In an
 * outbreak the same places are asked for again and again; whatever ends the state (a commit, a minute) empties the
 * store, so that it is never asked whether an answer still holds.
 */
export class KeptAnswers {
  readonly #kept: LRUCache<string, Buffer>;
  #state = '';

  /** @param most bytes held at most. One answer of more than a twentieth of that is not kept. */
  constructor(most = MOST_BYTES) {
    this.#kept = new LRUCache({
      maxSize: most,
      maxEntrySize: Math.floor(most / 20),
      sizeCalculation: (answer, url) => url.length * 2 + answer.length + ENTRY_BYTES,
    });
  }

  /** The answer kept for this address in this state. */
  get(state: string, url: string): Buffer | undefined {
    if (state !== this.#state) {
      this.#kept.clear();
      this.#state = state;
    }
    return this.#kept.get(url);
  }

  /** Keep an answer of the state last asked for. */
  keep(url: string, answer: Buffer): void {
    this.#kept.set(url, answer);
  }
}
