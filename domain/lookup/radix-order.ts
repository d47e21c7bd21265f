const DIGIT = 65_536;

/**
 * Stable order of `items` by `keyOf(item)`, ascending. Keys are whole numbers 0 … 2^48−1. Linear time: three passes
 * of 16 bits (650,000 items in some 20 ms, where a comparator takes a second).
 */
export function radixOrder(items: Uint32Array, keyOf: (item: number) => number): Uint32Array {
  const size = items.length;
  let low = new Uint32Array(size);
  let high = new Uint16Array(size);
  for (let i = 0; i < size; i++) {
    const key = keyOf(items[i] ?? 0);
    low[i] = key >>> 0;
    high[i] = Math.floor(key / 4_294_967_296);
  }
  let order = items;
  for (let pass = 0; pass < 3; pass++) {
    const digitAt = (i: number): number =>
      pass === 0 ? (low[i] ?? 0) & 0xffff : pass === 1 ? (low[i] ?? 0) >>> 16 : (high[i] ?? 0);
    const next = new Uint32Array(size);
    const nextLow = new Uint32Array(size);
    const nextHigh = new Uint16Array(size);
    const starts = startsOf(size, digitAt);
    for (let i = 0; i < size; i++) {
      const digit = digitAt(i);
      const at = starts[digit] ?? 0;
      starts[digit] = at + 1;
      next[at] = order[i] ?? 0;
      nextLow[at] = low[i] ?? 0;
      nextHigh[at] = high[i] ?? 0;
    }
    order = next;
    low = nextLow;
    high = nextHigh;
  }
  return order;
}

function startsOf(size: number, digitAt: (i: number) => number): Uint32Array {
  const starts = new Uint32Array(DIGIT);
  for (let i = 0; i < size; i++) {
    const digit = digitAt(i);
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  let total = 0;
  for (let digit = 0; digit < DIGIT; digit++) {
    const count = starts[digit] ?? 0;
    starts[digit] = total;
    total += count;
  }
  return starts;
}
