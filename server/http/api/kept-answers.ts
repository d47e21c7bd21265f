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
  readonly #most: number;
  /** In the order of the last asking. */
  readonly #kept = new Map<string, Buffer>();
  #state = '';
  #bytes = 0;

  /** @param most bytes held at most. */
  constructor(most = MOST_BYTES) {
    this.#most = most;
  }

  /** The answer kept for this address in this state. */
  get(state: string, url: string): Buffer | undefined {
    if (state !== this.#state) {
      this.#kept.clear();
      this.#bytes = 0;
      this.#state = state;
      return undefined;
    }
    const answer = this.#kept.get(url);
    if (answer === undefined) return undefined;
    this.#kept.delete(url);
    this.#kept.set(url, answer);
    return answer;
  }

  /** Keep an answer of the state last asked for, one that is not kept yet. */
  keep(url: string, answer: Buffer): void {
    const size = weight(url, answer);
    if (size > this.#most / 20) return;
    this.#kept.set(url, answer);
    this.#bytes += size;
    for (const [oldest, held] of this.#kept) {
      if (this.#bytes <= this.#most) return;
      this.#kept.delete(oldest);
      this.#bytes -= weight(oldest, held);
    }
  }
}

function weight(url: string, answer: Buffer): number {
  return url.length * 2 + answer.length + ENTRY_BYTES;
}
