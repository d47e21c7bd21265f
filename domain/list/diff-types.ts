import type { DivisionCode } from '@/domain/division/types';
import type { StatedLevel } from '@/domain/level/level';
import type { ListEntry } from '@/domain/list/types';

/** An area that stands under the list's authority before the list is applied. */
export interface StandingPlace {
  readonly areaId: string;
  readonly level: StatedLevel;
  /** Code of the division it lies in; null when its path was never resolved. */
  readonly divisionCode: DivisionCode | null;
  /** Province, city and county as once written, joined by one blank. */
  readonly writtenPath: string;
  readonly place: string;
  /** Other names under which lists have known it. */
  readonly aliases: readonly string[];
}

/**
 * Why two names are one place. `KNOWN_ALIAS` the new name is recorded as its alias; `REWORDED` equal but for 栋/号楼, 小区, 至
 * and the like; `PREFIX` a street, village or community put before it or left away; `TYPO` one short slip of the pen;
 * `PLACED` the same name under a finer or coarser division.
 */
export type RenameReason = 'KNOWN_ALIAS' | 'REWORDED' | 'PREFIX' | 'TYPO' | 'PLACED';

/** The list names a place that does not stand. */
export interface AddedRow {
  readonly kind: 'ADDED';
  readonly reason: 'NEW_PLACE';
  readonly entry: ListEntry;
  readonly divisionCode: DivisionCode | null;
}

/** The list states another level for a place that stands. */
export interface LevelRow {
  readonly kind: 'RAISED' | 'LOWERED';
  readonly reason: 'STATED_LEVEL';
  readonly standing: StandingPlace;
  readonly entry: ListEntry;
}

/** A standing place the list no longer names. Absence alone releases nothing: see `holdReasons`. */
export interface EndedRow {
  readonly kind: 'ENDED';
  readonly reason: 'NOT_IN_LIST';
  readonly standing: StandingPlace;
}

/** A standing place the list names in other words, at the same level. */
export interface RenamedRow {
  readonly kind: 'RENAMED';
  readonly reason: RenameReason;
  readonly standing: StandingPlace;
  readonly entry: ListEntry;
  /** Where the entry resolves to; may be finer than the standing place's code. */
  readonly divisionCode: DivisionCode | null;
}

/** Perhaps one place, perhaps two: treated as ended and added (both rows exist too) until an officer says otherwise. */
export interface PossibleRenameRow {
  readonly kind: 'POSSIBLE_RENAME';
  readonly reason: 'NEAR_NAME';
  readonly standing: StandingPlace;
  readonly entry: ListEntry;
}

/** An entry whose path leads to no known division; it is taken in all the same. */
export interface UnresolvedRow {
  readonly kind: 'UNRESOLVED';
  readonly reason: 'UNKNOWN_DIVISION';
  readonly entry: ListEntry;
}

/** The same place twice at one level; the first counts. */
export interface DuplicateRow {
  readonly kind: 'DUPLICATE';
  readonly reason: 'SAME_LEVEL_TWICE';
  readonly entry: ListEntry;
  readonly first: ListEntry;
}

/** The same place at two levels; the higher rules, the lower is kept as stated. */
export interface TwoLevelsRow {
  readonly kind: 'TWO_LEVELS';
  readonly reason: 'HIGHER_RULES';
  readonly entry: ListEntry;
  readonly lower: ListEntry;
}

export type DiffRow =
  | AddedRow
  | LevelRow
  | EndedRow
  | RenamedRow
  | PossibleRenameRow
  | UnresolvedRow
  | DuplicateRow
  | TwoLevelsRow;

/** What a list would change. Rows stand in the list's order (ended ones in the order given). */
export interface ListDiff {
  readonly added: readonly AddedRow[];
  readonly raised: readonly LevelRow[];
  readonly lowered: readonly LevelRow[];
  readonly ended: readonly EndedRow[];
  readonly renamed: readonly RenamedRow[];
  readonly possibleRenames: readonly PossibleRenameRow[];
  readonly unresolved: readonly UnresolvedRow[];
  readonly duplicates: readonly DuplicateRow[];
  readonly twoLevels: readonly TwoLevelsRow[];
  /** Standing places the list names at their level by a name they have. */
  readonly unchanged: number;
  /** Low entries that match nothing standing: the rest of a county is derived, not drawn. */
  readonly lowNotDrawn: number;
  /** Places standing at high or medium before, and how many of them the list does not name. */
  readonly standing: number;
  readonly disappeared: number;
}
