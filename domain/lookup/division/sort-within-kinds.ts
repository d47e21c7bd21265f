import { radixOrder } from '@/domain/lookup/radix-order';

type Alphabet = 'units' | 'latin';

/** How many leading units the sort looks at; a longer query narrows to these and then compares each text. */
export const SORTED_DEPTH: Record<Alphabet, number> = { units: 6, latin: 16 };

/**
 * Ordinals sorted by their text inside each kind (`kindStarts`), so that one binary search a kind finds a beginning.
 * `latin` texts hold only a–z and 0–9.
 */
export function sortWithinKinds(
  kindStarts: Uint32Array,
  pool: Uint16Array | Uint8Array,
  starts: Uint32Array,
  lengths: Uint8Array,
  alphabet: Alphabet,
): Uint32Array {
  const size = kindStarts[6] ?? 0;
  const sorted = new Uint32Array(size);
  const perKey = alphabet === 'units' ? 3 : 8;
  const bits = alphabet === 'units' ? 65_536 : 64;
  const unitAt = (ordinal: number, i: number): number => {
    if (i >= (lengths[ordinal] ?? 0)) return 0;
    const unit = pool[(starts[ordinal] ?? 0) + i] ?? 0;
    return alphabet === 'units' ? unit : unit < 58 ? unit - 47 : unit - 86;
  };
  for (let kind = 0; kind < 6; kind++) {
    const from = kindStarts[kind] ?? 0;
    const to = kindStarts[kind + 1] ?? 0;
    let order = Uint32Array.from({ length: to - from }, (_, i) => from + i);
    for (let depth = SORTED_DEPTH[alphabet] - perKey; depth >= 0; depth -= perKey) {
      order = new Uint32Array(
        radixOrder(order, (ordinal) => {
          let key = 0;
          for (let i = depth; i < depth + perKey; i++) key = key * bits + unitAt(ordinal, i);
          return key;
        }),
      );
    }
    sorted.set(order, from);
  }
  return sorted;
}
