import type { PlaceList } from '@/domain/lookup/place/place';
import type { IndexedArea } from '@/domain/lookup/types';

/** An area made ready for matching. */
export interface AreaEntry {
  readonly area: IndexedArea;
  /** Ordinal of its division, −1 when unresolved. */
  readonly division: number;
  /** Normalised name first, then aliases. */
  readonly names: readonly string[];
  /** What name and aliases describe, the division's own path taken off. */
  readonly places: readonly PlaceList[];
  /** True when the name is that of its division: the whole street, village or county is meant. */
  readonly wholeDivision: boolean;
  /** True when its ground is described by borders, so that no address can be told to lie outside. */
  readonly boundary: boolean;
  /** Pinyin in small letters, the same with each syllable's first letter capital, and initials; empty without a romaniser. */
  readonly pinyin: string;
  readonly syllables: string;
  readonly initials: string;
}
