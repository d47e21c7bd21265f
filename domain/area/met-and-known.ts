import type { InfectionFact, MilestoneFact, ScreeningFact } from '@/domain/area/types';

/** The instants (epoch ms) up to `at` at which what is known of an area changed, latest first, each once. */
export function turnsOfKnowledge(
  facts: {
    readonly infections: readonly InfectionFact[];
    readonly rounds: readonly ScreeningFact[];
    readonly milestones: readonly MilestoneFact[];
  },
  at: number,
): readonly number[] {
  const turns = new Set<number>();
  for (const { recordedAt, recordedTo } of [...facts.infections, ...facts.rounds]) {
    if (recordedAt <= at) turns.add(recordedAt);
    if (recordedTo !== null && recordedTo <= at) turns.add(recordedTo);
  }
  for (const { recordedAt } of facts.milestones) if (recordedAt <= at) turns.add(recordedAt);
  return [...turns].sort((a, b) => b - a);
}

/**
 * The instant from which the conditions were met and known to be, without a break up to now (epoch ms). Between two
 * turns of knowledge the same records are held true, and what is met stays met; so it is enough to ask, going back,
 * whether the conditions were met just before each turn with what was known then.
 * @param metAt when they were met by what is known now
 * @param turns latest first
 * @param metBy when the conditions had been met by what was known at an instant; null when they were not met then
 */
export function metAndKnown(
  metAt: number,
  turns: readonly number[],
  metBy: (instant: number) => number | null,
): number {
  let since = metAt;
  for (const turn of turns) {
    if (since > turn) return since;
    const before = metBy(turn - 1);
    if (before === null) return turn;
    since = before;
  }
  return since;
}
