import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import type { RollUp } from '@/domain/lookup/area/roll-up';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import type { Coverage } from '@/domain/lookup/types';

/** Toneless syllables of a text, one for each character (`['xin', 'hai']`); characters without one as they are. */
export type Romanise = (text: string) => readonly string[];

/**
 * Lists that only ever grow and are shared by all snapshots of one line: they propose slots, and every proposal is
 * checked against the snapshot's own entry, so an older snapshot keeps answering as it did.
 */
export interface SharedLists {
  readonly slots: Map<string, number>;
  readonly names: Map<string, number[]>;
  readonly grams: Map<number, number[]>;
  readonly stems: Map<string, number[]>;
  readonly latin: Map<string, number[]>;
  readonly romanise: Romanise | null;
  /** The newest snapshot's number; a snapshot that is not the newest gets lists of its own when it is changed. */
  newest: number;
}

/** An immutable snapshot of all areas over the divisions. */
export interface AreaIndex {
  readonly divisions: DivisionIndex;
  /** The change-log sequence this snapshot reflects. */
  readonly version: number;
  /** How often all of it was read anew: what one version says may differ between two editions. */
  readonly edition: number;
  /** The instant (epoch ms) for which the roll-ups were evaluated; other instants are answered too, only slower. */
  readonly evaluatedAt: number;
  /** Slots ever given away; not the number of areas. */
  readonly size: number;
  /** Entries by slot in chunks of 1,024, so that a change copies little; undefined where an area was taken out. */
  readonly chunks: readonly (readonly (AreaEntry | undefined)[])[];
  readonly rollUps: ReadonlyMap<number, RollUp>;
  /** Keys of `rollUps`, ascending, and the same as bits. */
  readonly holders: Uint32Array;
  readonly holderBits: Uint32Array;
  /** Slots of areas whose county nobody knows, by the division that is known; −1 where none is. */
  readonly unlocated: ReadonlyMap<number, readonly number[]>;
  readonly coverages: readonly Coverage[];
  readonly coverageOf: ReadonlyMap<number, readonly Coverage[]>;
  readonly shared: SharedLists;
  readonly generation: number;
  /** What further kinds hold of this snapshot, by name; read and written through `keptPart` alone. */
  readonly further: ReadonlyMap<string, unknown>;
}

export const CHUNK = 1024;

/** The entry in a slot, undefined past the end. */
export function entryAt(index: Pick<AreaIndex, 'chunks'>, slot: number): AreaEntry | undefined {
  return index.chunks[slot >>> 10]?.[slot & (CHUNK - 1)];
}

/** The entry of an area id, undefined when this snapshot does not hold it. */
export function entryOf(index: AreaIndex, id: string): AreaEntry | undefined {
  const slot = index.shared.slots.get(id);
  if (slot === undefined || slot >= index.size) return undefined;
  return entryAt(index, slot);
}
