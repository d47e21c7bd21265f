import type { DivisionCode, DivisionKind } from './types';

/** A path as a list row writes it, or as one text with or without blanks. */
export type WrittenPath =
  | { readonly province: string; readonly city: string; readonly county: string }
  | string;

/** Why a resolution is what it is. */
export type ResolutionReason =
  /** Every part was a name in use at its place. */
  | 'EXACT'
  /** An alias of the ending, a bracket or an older ending was read: 管庄（地区）乡, 库车县. */
  | 'VARIANT'
  /** A withdrawn name with a single successor. */
  | 'SUCCESSOR'
  /** A part is unknown or stands elsewhere, but a later one names the only county of that name in the province. */
  | 'ONLY_ONE_IN_PROVINCE'
  /** Several divisions bear the name; none was chosen. */
  | 'AMBIGUOUS'
  /** The last part is no known name. */
  | 'UNKNOWN_NAME'
  /** The path itself ends at a province or prefecture. */
  | 'NOTHING_FINER';

/** What a written path means. */
export interface Resolution {
  readonly division: DivisionCode | null;
  readonly depth: DivisionKind | null;
  /**
   * RESOLVED: a county, functional zone, street, or a prefecture that has no counties. ANCESTOR: only a province or prefecture,
   * kept and to be looked at by an officer. UNRESOLVED: not even that.
   */
  readonly status: 'RESOLVED' | 'ANCESTOR' | 'UNRESOLVED';
  /**
   * A division named further on that the code tables do not count to `division`: 荣华街道 (大兴区) when the path says 北京经开区.
   * The zone stays the answer, because the source says so.
   */
  readonly beside: DivisionCode | null;
  /** Written text that named nothing; empty when all was understood. */
  readonly remainder: string;
  readonly why: ResolutionReason;
}
