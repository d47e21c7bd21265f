const KIND_STEP = 2 ** 25;
const NOT_HOLDING = 2 ** 24;

/**
 * The best `limit` divisions offered so far: higher kinds first, inside a kind those that hold areas first, then in
 * code order. Offering one twice is harmless.
 */
export class RankedPick {
  readonly limit: number;
  readonly #keys: number[] = [];
  #worst = Number.POSITIVE_INFINITY;

  constructor(limit: number) {
    this.limit = limit;
  }

  get full(): boolean {
    return this.#keys.length >= this.limit;
  }

  /** Whether an offer would find a place. */
  wants(ordinal: number, kind: number, holding: boolean): boolean {
    return keyOf(ordinal, kind, holding) < this.#worst;
  }

  offer(ordinal: number, kind: number, holding: boolean): void {
    const key = keyOf(ordinal, kind, holding);
    const keys = this.#keys;
    if (key >= this.#worst) return;
    let at = keys.length;
    while (at > 0 && (keys[at - 1] ?? 0) > key) at--;
    if (keys[at - 1] === key) return;
    keys.splice(at, 0, key);
    if (keys.length > this.limit) keys.pop();
    if (keys.length === this.limit) this.#worst = keys[keys.length - 1] ?? this.#worst;
  }

  /** Ordinals, best first. */
  ordinals(): number[] {
    return this.#keys.map((key) => key % NOT_HOLDING);
  }
}

function keyOf(ordinal: number, kind: number, holding: boolean): number {
  return kind * KIND_STEP + (holding ? 0 : NOT_HOLDING) + ordinal;
}
