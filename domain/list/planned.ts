import type { DivisionCode } from '@/domain/division/types';
import type { StatedLevel } from '@/domain/level/level';
import type { RenamedRow, StandingPlace } from './diff-types';
import type { ListEntry } from './types';

/** Where an entry lies. `code` is the finest division known: of an unresolved entry at most its province or prefecture. */
export interface EntryPlace {
  readonly code: DivisionCode | null;
  /** True when it lies in a county, a functional zone or below. */
  readonly resolved: boolean;
}

/** A place standing under an authority, with what is needed to end its level. */
export interface StandingListPlace extends StandingPlace {
  readonly designationId: string;
  readonly level: StatedLevel;
  /** Epoch ms at which the level began. */
  readonly since: number;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly drill: boolean;
  readonly resolved: boolean;
}

/** An area of the authority at which nothing stands now: when a list names it again, it keeps its identity. */
export interface FormerPlace {
  readonly areaId: string;
  readonly divisionCode: DivisionCode | null;
  readonly writtenPath: string;
  readonly place: string;
  readonly nameKey: string;
  readonly aliases: readonly string[];
  readonly resolved: boolean;
  readonly drill: boolean;
  /** Epoch ms at which its last level ended; 0 when none ever held. */
  readonly endedAt: number;
}

/** An area that begins: a new one, or a former one that returns and keeps its identity. */
export interface PlannedArea {
  readonly entry: ListEntry;
  readonly divisionCode: DivisionCode | null;
  readonly resolved: boolean;
  readonly nameKey: string;
  readonly former: FormerPlace | null;
}

/** A rename; `target` null when another area has that name already: then the name only becomes an alias. */
export interface PlannedRename {
  readonly row: RenamedRow;
  readonly target: { readonly nameKey: string; readonly divisionCode: DivisionCode | null } | null;
}

export type DiscrepancyKind = 'MISSING_IN_LIST' | 'EXTRA_IN_LIST' | 'LEVEL_DIFFERS';

/** A place inside the home division on which a list and the headquarters differ. */
export interface DiscrepancyRow {
  readonly kind: DiscrepancyKind;
  readonly divisionCode: DivisionCode | null;
  readonly writtenPath: string;
  readonly name: string;
  readonly areaId: string | null;
  readonly ownLevel: StatedLevel | null;
  readonly listLevel: StatedLevel | null;
  readonly pointer: string | null;
}
