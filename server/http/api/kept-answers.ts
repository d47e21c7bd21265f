/** Room for the written answers of some ten thousand places. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Written answers by the address asked, for one state of the world. In an outbreak the same places are asked for
 * again and again; whatever ends the state (a commit, a minute) empties the store, so that it is never asked whether an
 * answer still holds. Two halves: what is asked again moves from the old half to the young one, and the old half goes
 * when the young is full, so places asked once do not drive out those asked often.
 */
export class KeptAnswers {
  readonly #half: number;
  #young = new Map<string, Buffer>();
  #old = new Map<string, Buffer>();
  #state = '';
  #bytes = 0;

  /** @param most bytes held at most. */
  constructor(most = MOST_BYTES) {
    this.#half = most / 2;
  }

  /** The answer kept for this address in this state. */
  get(state: string, url: string): Buffer | undefined {
    if (state !== this.#state) {
      this.#young = new Map();
      this.#old = new Map();
      this.#bytes = 0;
      this.#state = state;
      return undefined;
    }
    const young = this.#young.get(url);
    if (young !== undefined) return young;
    const old = this.#old.get(url);
    if (old !== undefined) this.keep(url, old);
    return old;
  }

  /** Keep an answer of the state last asked for. */
  keep(url: string, answer: Buffer): void {
    const size = url.length * 2 + answer.length + ENTRY_BYTES;
    if (size > this.#half / 10) return;
    if (this.#bytes + size > this.#half) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#bytes = 0;
    }
    this.#young.set(url, answer);
    this.#bytes += size;
  }
}

/** What the map and the buffer themselves take, about. */
const ENTRY_BYTES = 200;
