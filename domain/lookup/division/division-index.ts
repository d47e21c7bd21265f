import type { DivisionCode } from '@/domain/division/types';
import type { ExactIndex } from '@/domain/lookup/division/exact-index';
import type { GramIndex, Terms } from '@/domain/lookup/gram-index';
import type { PathStep } from '@/domain/lookup/types';

/** What only a few divisions have, kept apart from the columns. */
export interface DivisionDetail {
  /** The name as written, where normalising changed it. */
  readonly writtenName: string | null;
  readonly aliases: readonly string[];
  readonly validTo: string | null;
  readonly successors: readonly DivisionCode[];
  readonly overlaps: readonly DivisionCode[];
}

/**
 * All divisions in columns. A division is an ordinal 0 … size−1; ordinals ascend by kind (province first), then by
 * code, so that ascending order is rank order. Built once by `DivisionIndexBuilder`, never changed.
 */
export interface DivisionIndex {
  readonly size: number;
  /** 0 … size−1, to take stretches of. */
  readonly ordinals: Uint32Array;
  /** First ordinal of each of `DIVISION_KINDS`, and `size` at the end. */
  readonly kindStarts: Uint32Array;
  /** The code as a number padded to twelve digits; a code with letters: that of its digits plus 0.5. */
  readonly codeKeys: Float64Array;
  /** 6, 9 or 12; 0 for a code with letters, which stands in `letterCodes`. */
  readonly codeDigits: Uint8Array;
  readonly letterCodes: ReadonlyMap<number, DivisionCode>;
  readonly letterOrdinals: ReadonlyMap<string, number>;
  /** Ordinal of the division above, −1 for none. */
  readonly parents: Int32Array;
  /** Divisions directly below ordinal `o`: `childList[childStarts[o] … childStarts[o + 1])`, in rank order. */
  readonly childStarts: Uint32Array;
  readonly childList: Uint32Array;
  /** Divisions in the subtree, itself counted. */
  readonly subtreeSizes: Uint32Array;
  /** Normalised names (term = ordinal), then other names (term `size + i`, owned by `extraOwners[i]`). */
  readonly terms: Terms;
  /** Length of the short name where it is a true beginning of the name, else 0. */
  readonly shortLengths: Uint8Array;
  readonly extraOwners: Uint32Array;
  /** 1 where the other name is the short name, 0 for an alias. */
  readonly extraIsShort: Uint8Array;
  /** Pinyin and, right behind it, initials, as ASCII. */
  readonly latin: Uint8Array;
  readonly latinStarts: Uint32Array;
  readonly pinyinLengths: Uint8Array;
  readonly initialsLengths: Uint8Array;
  /** Ordinals, sorted inside each kind by name, by pinyin and by initials. */
  readonly byName: Uint32Array;
  readonly byPinyin: Uint32Array;
  readonly byInitials: Uint32Array;
  readonly grams: GramIndex;
  readonly exact: ExactIndex;
  /** 1 where the code is withdrawn: found by code, its successors by name. */
  readonly withdrawn: Uint8Array;
  readonly details: ReadonlyMap<number, DivisionDetail>;
  /** Paths already written out, of streets and above: the same few stand in every answer. */
  readonly writtenPaths: (readonly PathStep[] | undefined)[];
  /** Input rows left out because their code stood already, and rows whose parent is not among the divisions. */
  readonly duplicates: readonly string[];
  readonly orphans: readonly string[];
}
