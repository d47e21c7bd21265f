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
