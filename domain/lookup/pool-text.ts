/** UTF-16 units of a text, as the pools hold them. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

/** The text at `[start, start + length)` of a pool of UTF-16 units or ASCII bytes. */
export function textAt(pool: Uint16Array | Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...pool.subarray(start, start + length));
}

/** Compare the first `depth` units at `start` with those of `query`: negative, zero (same or query is its prefix), positive. */
export function comparePrefix(
  pool: Uint16Array | Uint8Array,
  start: number,
  length: number,
  query: Uint16Array | Uint8Array,
  depth: number,
): number {
  const shared = Math.min(depth, query.length);
  for (let i = 0; i < shared; i++) {
    if (i >= length) return -1;
    const difference = (pool[start + i] ?? 0) - (query[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether the text at `start` begins with `query`. */
export function startsWithAt(
  pool: Uint16Array | Uint8Array,
  start: number,
  length: number,
  query: Uint16Array | Uint8Array,
): boolean {
  if (length < query.length) return false;
  for (let i = 0; i < query.length; i++) if (pool[start + i] !== query[i]) return false;
  return true;
}

/** Whether the text at `start` holds `query`. */
export function includesAt(pool: Uint16Array, start: number, length: number, query: Uint16Array): boolean {
  const first = query[0];
  const lastStart = start + length - query.length;
  for (let at = start; at <= lastStart; at++) {
    if (pool[at] !== first) continue;
    let i = 1;
    while (i < query.length && pool[at + i] === query[i]) i++;
    if (i >= query.length) return true;
  }
  return false;
}
