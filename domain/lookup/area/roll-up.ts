import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import type { LevelCounts } from '@/domain/lookup/types';

/** What one division's subtree holds: its areas, and the counts that are true from `validFrom` to `validUntil`. */
export interface RollUp extends LevelCounts {
  /** Slots of the areas in the subtree, ascending. */
  readonly slots: Int32Array;
  /** Ends (epoch ms) of the latest high and medium period that is over; −Infinity for none. */
  readonly lastHighEnd: number;
  readonly lastMediumEnd: number;
  /** Half-open stretch around the evaluated instant in which no period of the subtree begins or ends. */
  readonly validFrom: number;
  readonly validUntil: number;
  /** Slots of areas that are this very division (a whole street, village, county). */
  readonly whole: readonly number[];
  /** Slots of areas described by their borders. */
  readonly boundaries: readonly number[];
}

/** Evaluate a subtree at an instant. `entryAt` gives the entry of a slot. */
export function evaluateRollUp(
  slots: Int32Array,
  whole: readonly number[],
  entryAt: (slot: number) => AreaEntry | undefined,
  at: number,
): RollUp {
  let high = 0;
  let medium = 0;
  let lastHighEnd = Number.NEGATIVE_INFINITY;
  let lastMediumEnd = Number.NEGATIVE_INFINITY;
  let validFrom = Number.NEGATIVE_INFINITY;
  let validUntil = Number.POSITIVE_INFINITY;
  const meet = (instant: number): void => {
    if (instant <= at) validFrom = Math.max(validFrom, instant);
    else validUntil = Math.min(validUntil, instant);
  };
  const boundaries: number[] = [];
  for (const slot of slots) {
    const entry = entryAt(slot);
    if (entry?.boundary === true) boundaries.push(slot);
    for (const period of entry?.area.periods ?? []) {
      meet(period.from);
      if (period.to !== null) meet(period.to);
      if (period.from > at) continue;
      if (period.to === null || period.to > at) {
        if (period.level === 'HIGH') high++;
        else if (period.level === 'MEDIUM') medium++;
      } else if (period.level === 'HIGH') lastHighEnd = Math.max(lastHighEnd, period.to);
      else if (period.level === 'MEDIUM') lastMediumEnd = Math.max(lastMediumEnd, period.to);
    }
  }
  return {
    slots,
    whole,
    boundaries,
    HIGH: high,
    MEDIUM: medium,
    lastHighEnd,
    lastMediumEnd,
    validFrom,
    validUntil,
  };
}
