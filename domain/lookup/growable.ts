type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** An append-only typed array that doubles when full; `take` gives the exact-size copy and lets the room go. */
export class Growable<T extends Numbers> {
  #room: T;
  #used = 0;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T, initial = 1024) {
    this.#make = make;
    this.#room = make(initial);
  }

  get length(): number {
    return this.#used;
  }

  push(value: number): void {
    if (this.#used === this.#room.length) this.#grow(this.#used + 1);
    this.#room[this.#used++] = value;
  }

  /** Append the UTF-16 units of `text` (for byte arrays: text must be ASCII). */
  pushText(text: string): void {
    const end = this.#used + text.length;
    if (end > this.#room.length) this.#grow(end);
    const room = this.#room;
    for (let i = 0, at = this.#used; at < end; i++, at++) room[at] = text.charCodeAt(i);
    this.#used = end;
  }

  at(index: number): number {
    return this.#room[index] ?? 0;
  }

  take(): T {
    const exact = this.#room.slice(0, this.#used) as T;
    this.#room = this.#make(0);
    this.#used = 0;
    return exact;
  }

  #grow(needed: number): void {
    const next = this.#make(Math.max(needed, this.#room.length * 2, 16));
    next.set(this.#room);
    this.#room = next;
  }
}

export const uint8 = (length: number): Uint8Array => new Uint8Array(length);
export const uint16 = (length: number): Uint16Array => new Uint16Array(length);
export const uint32 = (length: number): Uint32Array => new Uint32Array(length);
export const float64 = (length: number): Float64Array => new Float64Array(length);
