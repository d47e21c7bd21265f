import { addDays, type LocalDay, startOfDay } from '@/domain/time/shanghai';

/** Drill data invented for one area: who lives there, what was found and screened, and what will be. Instants in ms. */
export interface InventedFacts {
  population: number;
  infections: { foundOn: LocalDay; at: number; count: number; excluded: boolean }[];
  rounds: { from: number; to: number; tested: number }[];
  plannedRounds: { from: number; to: number }[];
}

const HOUR = 3_600_000;
const window = (day: LocalDay) => ({ from: startOfDay(day) + 7 * HOUR, to: startOfDay(day) + 12 * HOUR });

/**
 * Invent the course of the `index`-th area of those first listed on `since`, so that over the next days of the drill
 * most come due, some lack their round, and one gets a new infection. No chance: every run is the same drill.
 * @param today the drill's first day, on which it opens at 21:00.
 */
export function inventFacts(since: LocalDay, index: number, today: LocalDay): InventedFacts {
  const population = 60 + ((index * 37) % 400);
  const facts: InventedFacts = { population, infections: [], rounds: [], plannedRounds: [] };
  facts.infections.push({
    foundOn: since,
    at: startOfDay(since) + 16 * HOUR,
    count: 1 + (index % 3),
    excluded: false,
  });
  let start = since;
  const age = daysSince(since, today);
  if (age >= 6 && index % 3 === 0) {
    start = addDays(today, -4);
    facts.infections.push({ foundOn: start, at: startOfDay(start) + 10 * HOUR, count: 1, excluded: false });
  }
  if (index % 11 === 5 && age >= 3) {
    const day = addDays(today, -1);
    facts.infections.push({ foundOn: day, at: startOfDay(day) + 15 * HOUR, count: 1, excluded: true });
  }
  const dayFive = addDays(start, 5);
  // Every fifth area lacks its round, every seventh was not finished; the others are screened on day 5.
  const screened = index % 5 !== 4;
  if (screened && dayFive <= today) {
    const unfinished = index % 7 === 3 || dayFive < today;
    facts.rounds.push({ ...window(dayFive), tested: unfinished ? population - 38 : population });
  }
  if (screened && dayFive > today) facts.plannedRounds.push(window(dayFive));
  return facts;
}

/** The one new infection of the drill: on the morning after it opens, in the first area listed three days before. */
export function isReinfected(since: LocalDay, index: number, today: LocalDay): boolean {
  return daysSince(since, today) === 3 && index === 0;
}

function daysSince(from: LocalDay, to: LocalDay): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / (24 * HOUR));
}
