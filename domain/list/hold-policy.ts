/** When a list must wait for an officer. Absence is never a release by itself. */
export interface HoldPolicy {
  /** Honest lists dropped up to 30 % of their places at once, truncated ones 26–94 %; this share alone is enough to wait. */
  readonly maxDropShare: number;
  /**
   * Up to this many hours apart two lists are neighbours and the places that disappeared count. Further apart places
   * honestly come and go (one prefecture replaced 44 % within a day), so only the net loss counts.
   */
  readonly neighbourHours: number;
  /** Below this share the places that are gone are no sign of a truncated list, whatever came. */
  readonly noneNewShare: number;
  /** The same where nothing new was to be expected: only an even loss of this share is a sign, or any loss a quarter larger. */
  readonly quietShare: number;
  /** Among neighbours a loss of this share spread evenly over the provinces is a sign even if new places came. */
  readonly evenShare: number;
  /** A province of at most this many places, or this share of all, may end without a word; more when it was fading. */
  readonly smallProvince: number;
  readonly smallProvinceShare: number;
  readonly fadingProvince: number;
  readonly fadingProvinceShare: number;
  /**
   * How many such provinces may end between neighbours, with twice as many places together as one may have; one more for
   * every day between the lists.
   */
  readonly endingProvinces: number;
  /** Beyond this age of the previous list single provinces end honestly; then only a large part of them leaving counts. */
  readonly provinceMemoryDays: number;
  readonly maxProvinceDropShare: number;
}

/** Measured in docs/decisions/0008: `npm run -s list:measure`. */
export const DEFAULT_HOLD_POLICY: HoldPolicy = {
  maxDropShare: 0.35,
  neighbourHours: 12,
  noneNewShare: 0.05,
  quietShare: 0.2,
  evenShare: 0.2,
  smallProvince: 30,
  smallProvinceShare: 0.005,
  fadingProvince: 60,
  fadingProvinceShare: 0.01,
  endingProvinces: 4,
  provinceMemoryDays: 10,
  maxProvinceDropShare: 0.25,
};

export type HoldCode =
  | 'COUNTS_DISAGREE'
  /** Text of the list was not read. */
  | 'NOT_READ'
  /** Places that may have been read wrongly. */
  | 'DOUBTFUL_PLACES'
  | 'DATED_AHEAD'
  | 'OLDER_THAN_LAST'
  | 'SAME_HOUR_OTHER_CONTENT'
  | 'EMPTY_AFTER_FULL'
  | 'TOO_MANY_GONE'
  /** Many are gone and none came: the mark of a truncated list. */
  | 'GONE_NONE_NEW'
  /** Every province lost the same share: places left out, not released. */
  | 'GONE_EVENLY'
  | 'PROVINCES_GONE'
  | 'LEVEL_GONE';

/** One reason to wait, with its sentence in both languages. */
export interface HoldReason {
  readonly code: HoldCode;
  readonly zh: string;
  readonly en: string;
}

/** A share as a percentage with at most one decimal. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
