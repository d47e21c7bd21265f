const KIND_STEP = 2 ** 25;
const NOT_HOLDING = 2 ** 24;

/**
 * The best `limit` divisions offered so far: higher kinds first, inside a kind those that hold areas first, then in
 * code order. Offering one twice is harmless.
 */
export class RankedPick {
  readonly limit: number;
  readonly #keys: number[] = [];

  constructor(limit: number) {
    this.limit = limit;
  }

  get full(): boolean {
    return this.#keys.length >= this.limit;
  }

  offer(ordinal: number, kind: number, holding: boolean): void {
    const key = kind * KIND_STEP + (holding ? 0 : NOT_HOLDING) + ordinal;
    const keys = this.#keys;
    if (this.full && key >= (keys[keys.length - 1] ?? 0)) return;
    let at = keys.length;
    while (at > 0 && (keys[at - 1] ?? 0) > key) at--;
    if (keys[at - 1] === key) return;
    keys.splice(at, 0, key);
    if (keys.length > this.limit) keys.pop();
  }

  /** Ordinals, best first. */
  ordinals(): number[] {
    return this.#keys.map((key) => key % NOT_HOLDING);
  }
}
