import type { CountedDay } from '@/domain/area/decision';
import type { DayFigures } from '@/domain/area/evidence';
import { type DayNumber, localDayOf } from '@/domain/time/day-number';

const LISTED_AFTER_REQUIRED = 14;
const NOTHING: DayFigures = { counted: 0, excluded: 0, tested: 0, positive: 0 };

/**
 * List the days of a count whose day 1 is `first`, seen from `today`.
 * @param broken the day of the infection that started the count anew, listed first with index 0; null when none did.
 */
export function countDays(
  count: { first: DayNumber; required: number; today: DayNumber; broken: DayNumber | null },
  figures: ReadonlyMap<DayNumber, DayFigures>,
): readonly CountedDay[] {
  const { first, required, today, broken } = count;
  const listed = Math.min(Math.max(required, today - first + 1), required + LISTED_AFTER_REQUIRED);
  const days: CountedDay[] = [];
  if (broken !== null) days.push(countedDay(0, broken, 'BROKEN', figures));
  for (let index = 1; index <= listed; index++) {
    const day = first + index - 1;
    days.push(countedDay(index, day, day < today ? 'CLEAR' : day === today ? 'RUNNING' : 'AHEAD', figures));
  }
  return days;
}

function countedDay(
  index: number,
  day: DayNumber,
  state: CountedDay['state'],
  figures: ReadonlyMap<DayNumber, DayFigures>,
): CountedDay {
  const { counted, excluded, tested, positive } = figures.get(day) ?? NOTHING;
  const unrecorded = Math.max(0, positive - counted - excluded);
  return {
    index,
    day: localDayOf(day),
    state,
    infectionsCounted: counted + unrecorded,
    infectionsExcluded: excluded,
    tested,
    positive,
  };
}
