import type { StatedLevel } from '@/domain/level/level';
import type { ListDiff, RenamedRow } from '@/domain/list/diff-types';
import type { HoldReason } from '@/domain/list/hold-policy';
import type { ListSummary } from '@/domain/list/summary';
import type { ListEntry } from '@/domain/list/types';
import type { ListAuthority } from './list-authority';
import type { EntryPlace } from './locate-entries';
import type { PlanBasis } from './plan-basis';
import type { ReadList } from './read-list';
import type { FormerPlace, StandingListPlace } from './standing-places';

/** A list that was read and located; it depends on nothing but the file and the divisions. */
export interface PreparedList extends ReadList {
  readonly authority: ListAuthority;
  readonly summary: ListSummary;
  readonly places: ReadonlyMap<ListEntry, EntryPlace>;
}

/** An area that begins: a new one, or a former one that returns and keeps its identity. */
export interface PlannedArea {
  readonly entry: ListEntry;
  readonly divisionCode: string | null;
  readonly resolved: boolean;
  readonly nameKey: string;
  readonly former: FormerPlace | null;
}

/** A rename; `target` null when another area has that name already: then the name only becomes an alias. */
export interface PlannedRename {
  readonly row: RenamedRow;
  readonly target: { readonly nameKey: string; readonly divisionCode: string | null } | null;
}

export type DiscrepancyKind = 'MISSING_IN_LIST' | 'EXTRA_IN_LIST' | 'LEVEL_DIFFERS';

/** A place inside the home division on which a list and the headquarters differ. */
export interface DiscrepancyRow {
  readonly kind: DiscrepancyKind;
  readonly divisionCode: string | null;
  readonly writtenPath: string;
  readonly name: string;
  readonly areaId: string | null;
  readonly ownLevel: StatedLevel | null;
  readonly listLevel: StatedLevel | null;
  readonly pointer: string | null;
}

/** The list last applied for an authority. */
export interface LastApplied {
  readonly id: string;
  readonly fileHash: string;
  readonly summary: ListSummary;
  /** Epoch ms from which its levels hold. */
  readonly effectiveAt: number;
  /** How many lists had been applied with it. */
  readonly order: number;
}

/** Everything a list would do, judged against one state of the database. Changes nothing by itself. */
export interface ListPlan {
  /** Outside the home division. */
  readonly diff: ListDiff;
  readonly standing: ReadonlyMap<string, StandingListPlace>;
  readonly added: readonly PlannedArea[];
  readonly renamed: readonly PlannedRename[];
  readonly discrepancies: readonly DiscrepancyRow[];
  /** Entries inside the home division, compared and not applied. */
  readonly compared: number;
  readonly homeDivision: string | null;
  readonly holds: readonly HoldReason[];
  readonly previous: LastApplied | null;
  /** Epoch ms from which the list's levels would hold. */
  readonly effectiveAt: number;
  /** The list names an hour the clock has not reached: it takes effect at the clock's present. */
  readonly ahead: boolean;
  /** Equal for two plans that would do the same. */
  readonly digest: string;
  /** What the plan was judged by: it is stale once this differs. */
  readonly basis: PlanBasis;
}
