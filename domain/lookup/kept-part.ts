import type { AreaIndex } from '@/domain/lookup/area/area-index';

/** Where a further kind keeps what it knows in a snapshot: part of the same immutable piece as the areas. */
export interface KeptPart<State> {
  /** What the snapshot holds of this kind; the empty state before anything was put. */
  readonly of: (index: AreaIndex) => State;
  /** The snapshot with another state of this kind; the given one stays as it is. */
  readonly put: (index: AreaIndex, state: State) => AreaIndex;
}

/** A place of its own for a kind. Only what this returns can read or write it, so its type holds. */
export function keptPart<State>(name: string, empty: State): KeptPart<State> {
  return {
    of: (index) => (index.further.has(name) ? (index.further.get(name) as State) : empty),
    put: (index, state) => ({ ...index, further: new Map(index.further).set(name, state) }),
  };
}
