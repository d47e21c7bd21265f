import { type AreaIndex, entryAt } from '@/domain/lookup/area/area-index';
import { evaluateRollUp, type RollUp } from '@/domain/lookup/area/roll-up';
import type { Holding } from '@/domain/lookup/division/division-search';
import type { LevelCounts } from '@/domain/lookup/types';

const NONE: LevelCounts = { HIGH: 0, MEDIUM: 0 };
const DAY_MS = 86_400_000;

/** The roll-up of a division for an instant (epoch ms); undefined when no area ever lay in it. */
export function rollUpAt(index: AreaIndex, ordinal: number, at: number): RollUp | undefined {
  if (!everHeld(index, ordinal)) return undefined;
  const known = index.rollUps.get(ordinal);
  if (known === undefined || (at >= known.validFrom && at < known.validUntil)) return known;
  return evaluateRollUp(known.slots, known.whole, (slot) => entryAt(index, slot), at);
}

function everHeld(index: AreaIndex, ordinal: number): boolean {
  return ((index.holderBits[ordinal >>> 5] ?? 0) & (1 << (ordinal & 31))) !== 0;
}

/** High and medium areas standing in the division at an instant. */
export function countsAt(index: AreaIndex, ordinal: number, at: number): LevelCounts {
  const rollUp = rollUpAt(index, ordinal, at);
  return rollUp === undefined ? NONE : { HIGH: rollUp.HIGH, MEDIUM: rollUp.MEDIUM };
}

/** The highest of high and medium that stood in the division in the last `days` × 24 h, and when it last did. */
export function highestInside(
  index: AreaIndex,
  ordinal: number,
  at: number,
  days: number,
): { level: 'HIGH' | 'MEDIUM'; last: number } | null {
  const rollUp = rollUpAt(index, ordinal, at);
  if (rollUp === undefined) return null;
  const from = at - days * DAY_MS;
  if (rollUp.HIGH > 0) return { level: 'HIGH', last: at };
  if (rollUp.lastHighEnd > from) return { level: 'HIGH', last: rollUp.lastHighEnd };
  if (rollUp.MEDIUM > 0) return { level: 'MEDIUM', last: at };
  if (rollUp.lastMediumEnd > from) return { level: 'MEDIUM', last: rollUp.lastMediumEnd };
  return null;
}

/** Who holds areas at an instant, for ranking. */
export function holdingAt(index: AreaIndex, at: number): Holding {
  return {
    candidates: index.holders,
    mayHold: (ordinal) => everHeld(index, ordinal),
    holds: (ordinal) => {
      const rollUp = rollUpAt(index, ordinal, at);
      return rollUp !== undefined && rollUp.HIGH + rollUp.MEDIUM > 0;
    },
  };
}
