import type { ListDiff } from '@/domain/list/diff-types';
import type { HoldReason } from '@/domain/list/hold-reason';
import type {
  DiscrepancyRow,
  EntryPlace,
  PlannedArea,
  PlannedRename,
  StandingListPlace,
} from '@/domain/list/planned';
import type { ListSummary } from '@/domain/list/summary';
import type { ListEntry } from '@/domain/list/types';
import type { ListAuthority } from './list-authority';
import type { PlanBasis } from './plan-basis';
import type { ReadList } from './read-list';

/** A list that was read and located; it depends on nothing but the file and the divisions. */
export interface PreparedList extends ReadList {
  readonly authority: ListAuthority;
  readonly summary: ListSummary;
  readonly places: ReadonlyMap<ListEntry, EntryPlace>;
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
