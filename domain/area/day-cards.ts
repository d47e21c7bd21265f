import type { LocalDay } from '@/domain/time/shanghai';
import type { CountedDay, Counting } from './decision';
import type { InfectionExclusion, InfectionFact } from './types';

/** One card of the countdown. Figures are persons; `index` 0 is the start event. */
export interface DayCard {
  readonly index: number;
  readonly day: LocalDay;
  readonly state: CountedDay['state'] | 'START';
  readonly counted: number;
  /** Of `counted`: positives of a screening that no infection record of the day carries. */
  readonly fromScreening: number;
  readonly exclusions: readonly { readonly exclusion: InfectionExclusion | null; readonly count: number }[];
  readonly tested: number;
  readonly positive: number;
  /** The round of everyone inside counts from this day on. */
  readonly roundDay: boolean;
}

/**
 * The cards of a count: the start event, the required days, and the days after them while something is still lacking.
 * @param infections the infections held true now
 * @param onDay the day of the count whose round the policy asks for; null when it asks for none
 */
export function dayCards(
  counting: Counting,
  infections: readonly InfectionFact[],
  onDay: number | null,
): { readonly start: DayCard | null; readonly required: DayCard[]; readonly after: DayCard[] } {
  const cards = counting.days.map((day) => cardOf(day, infections, onDay));
  const broken = cards.find((card) => card.state === 'BROKEN') ?? null;
  const days = cards.filter((card) => card.state !== 'BROKEN');
  return {
    start: broken ?? startCard(counting, infections),
    required: days.slice(0, counting.required),
    after: days.slice(counting.required),
  };
}

function cardOf(day: CountedDay, infections: readonly InfectionFact[], onDay: number | null): DayCard {
  const found = infections.filter((fact) => fact.foundOn === day.day);
  return {
    index: day.index,
    day: day.day,
    state: day.state,
    counted: day.infectionsCounted,
    fromScreening: Math.max(0, day.infectionsCounted - persons(found.filter((fact) => fact.resetsClock))),
    exclusions: exclusionsOf(found),
    tested: day.tested,
    positive: day.positive,
    roundDay: day.index === onDay,
  };
}

function startCard({ startEvent }: Counting, infections: readonly InfectionFact[]): DayCard | null {
  if (startEvent === null) return null;
  const found = infections.filter((fact) => fact.foundOn === startEvent.day);
  const counted = persons(found.filter((fact) => fact.resetsClock));
  const exclusions = exclusionsOf(found);
  const nothing = { fromScreening: 0, tested: 0, positive: 0, roundDay: false };
  return { index: 0, day: startEvent.day, state: 'START', counted, exclusions, ...nothing };
}

function exclusionsOf(found: readonly InfectionFact[]): DayCard['exclusions'] {
  const sums = new Map<InfectionExclusion | null, number>();
  for (const { resetsClock, exclusion, count } of found) {
    if (!resetsClock) sums.set(exclusion, (sums.get(exclusion) ?? 0) + count);
  }
  return [...sums].map(([exclusion, count]) => ({ exclusion, count }));
}

function persons(found: readonly InfectionFact[]): number {
  return found.reduce((sum, { count }) => sum + count, 0);
}
