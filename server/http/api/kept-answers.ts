/** Room for the written answers of some ten thousand places; then the oldest go. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Written answers by the address asked, for one state of the world. In an outbreak the same places are asked for
 * again and again; whatever ends the state (a commit, a minute) empties the store, so that it is never asked whether an
 * answer still holds.
 */
export class KeptAnswers {
  readonly #most: number;
  readonly #kept = new Map<string, Buffer>();
  #state = '';
  #bytes = 0;

  /** @param most bytes held at most. */
  constructor(most = MOST_BYTES) {
    this.#most = most;
  }

  /** The answer kept for this address in this state. */
  get(state: string, url: string): Buffer | undefined {
    if (state === this.#state) return this.#kept.get(url);
    this.#kept.clear();
    this.#bytes = 0;
    this.#state = state;
    return undefined;
  }

  /** Keep an answer of the state last asked for. */
  keep(url: string, answer: Buffer): void {
    const size = weight(url, answer);
    if (size > this.#most / 100) return;
    this.#kept.set(url, answer);
    this.#bytes += size;
    for (const [oldest, held] of this.#kept) {
      if (this.#bytes <= this.#most) return;
      this.#kept.delete(oldest);
      this.#bytes -= weight(oldest, held);
    }
  }
}

/** Bytes an entry takes, the map's own share guessed. */
function weight(url: string, answer: Buffer): number {
  return url.length * 2 + answer.length + 200;
}
