import type { FactFault, Missing } from '@/domain/area/decision';
import { readParts, type SampledPart } from '@/domain/area/sampled-part';
import { type InfectionFact, isHeldAt, type MilestoneFact, type ScreeningFact } from '@/domain/area/types';
import { type DayNumber, dayNumberOf } from '@/domain/time/day-number';

/** Persons found or sampled on one day: infections that reset the clock, those that do not, tested, positive. */
export type DayFigures = { counted: number; excluded: number; tested: number; positive: number };

type Invalid = Extract<Missing, { kind: 'FACT_INVALID' }>;

/** All that is known of one area at one instant, read and checked. */
export type Evidence = {
  readonly figures: ReadonlyMap<DayNumber, DayFigures>;
  readonly parts: readonly SampledPart[];
  readonly milestones: readonly { readonly kind: MilestoneFact['kind']; readonly day: DayNumber }[];
  /** Last day with an infection that starts the count anew. */
  readonly lastReset: DayNumber | null;
  /** Records that cannot be read and could hide an infection: nothing is lowered before they are corrected. */
  readonly blocking: readonly Missing[];
  /** Other records that cannot be true; they prove nothing and hinder nothing. */
  readonly faults: readonly Missing[];
};

/**
 * Read the facts held true at `at` (epoch ms): one recorded later is not known yet, one closed by then no longer holds.
 * Positives of a round that no infection record of the same day carries are new infections of that day.
 */
export function gatherEvidence(
  facts: {
    readonly infections: readonly InfectionFact[];
    readonly rounds: readonly ScreeningFact[];
    readonly milestones: readonly MilestoneFact[];
  },
  at: number,
): Evidence {
  const figures = new Map<DayNumber, DayFigures>();
  const blocking: Invalid[] = [];
  const faults: Invalid[] = [];
  for (const fact of facts.infections) {
    if (!isHeldAt(fact, at)) continue;
    const day = dayNumberOf(fact.foundOn);
    const fault = infectionFault(fact, day);
    if (fault !== null || day === null) {
      const missing = invalid('INFECTION', fact.id, fault ?? 'DAY_NOT_A_DATE');
      (fact.resetsClock ? blocking : faults).push(missing);
      continue;
    }
    figuresOf(figures, day)[fact.resetsClock ? 'counted' : 'excluded'] += fact.count;
  }
  const { parts, unreadable } = readParts(facts.rounds, at);
  for (const { fact, fault } of unreadable) {
    (fact.positive === 0 ? faults : blocking).push(invalid('ROUND', fact.id, fault));
  }
  const last = lastOfRounds(parts);
  for (const { fact, day, fault } of parts) {
    // Of a round whose sum is impossible the part recorded last is named: the others were possible without it.
    const named = fault !== 'SUM_OVER_TARGET' || last.get(fact.roundId) === fact;
    if (fault !== null && named) faults.push(invalid('ROUND', fact.id, fault));
    const that = figuresOf(figures, day);
    that.tested += fact.tested;
    that.positive += fact.positive;
  }
  const milestones: { kind: MilestoneFact['kind']; day: DayNumber }[] = [];
  for (const fact of facts.milestones) {
    if (fact.recordedAt > at) continue;
    const day = dayNumberOf(fact.on);
    if (day === null) faults.push(invalid('MILESTONE', fact.id, 'DAY_NOT_A_DATE'));
    else milestones.push({ kind: fact.kind, day });
  }
  return {
    figures,
    parts,
    milestones,
    lastReset: lastResetOf(figures),
    blocking: inOrder(blocking),
    faults: inOrder(faults),
  };
}

function lastOfRounds(parts: readonly SampledPart[]): ReadonlyMap<string, ScreeningFact> {
  const last = new Map<string, ScreeningFact>();
  for (const { fact } of parts) {
    const so = last.get(fact.roundId);
    const order = so ? fact.recordedAt - so.recordedAt || (fact.id > so.id ? 1 : -1) : 1;
    if (order > 0) last.set(fact.roundId, fact);
  }
  return last;
}

/** The same answer whatever the order of the records. */
function inOrder(faults: readonly Invalid[]): readonly Missing[] {
  return faults.length < 2 ? faults : [...faults].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function infectionFault(fact: InfectionFact, day: DayNumber | null): FactFault | null {
  if (day === null) return 'DAY_NOT_A_DATE';
  if (!Number.isInteger(fact.count) || fact.count < 0) return 'COUNT_NOT_A_NUMBER';
  return Number.isFinite(fact.recordedAt) ? null : 'INSTANT_NOT_A_TIME';
}

function invalid(fact: Invalid['fact'], id: string, fault: FactFault): Invalid {
  return { kind: 'FACT_INVALID', fact, id, fault };
}

function figuresOf(figures: Map<DayNumber, DayFigures>, day: DayNumber): DayFigures {
  const known = figures.get(day);
  if (known !== undefined) return known;
  const fresh = { counted: 0, excluded: 0, tested: 0, positive: 0 };
  figures.set(day, fresh);
  return fresh;
}

function lastResetOf(figures: ReadonlyMap<DayNumber, DayFigures>): DayNumber | null {
  let last: DayNumber | null = null;
  for (const [day, { counted, excluded, positive }] of figures) {
    const resets = counted > 0 || positive > counted + excluded;
    if (resets && (last === null || day > last)) last = day;
  }
  return last;
}
