import type { RoundStanding } from '@/domain/area/decision';
import type { ScreeningFact } from '@/domain/area/types';
import { minuteInput, readMinuteInput } from '@/domain/time/hour-input';
import { dayOf, startOfDay } from '@/domain/time/shanghai';
import type { AreaFactsView } from './area-page-view';
import { readPersons } from './record-persons';
import type { Fields } from './use-draft';

const HOUR = 3_600_000;

/** A round that a part can be added to; figures persons. */
export interface KnownRound {
  readonly roundId: string;
  readonly day: string;
  readonly target: number;
  readonly tested: number;
}

/** The rounds recorded so far, latest first. */
export function knownRounds(facts: AreaFactsView): KnownRound[] {
  const rounds = new Map<string, KnownRound & { from: number }>();
  for (const part of facts.rounds) {
    const so = rounds.get(part.roundId);
    const from = Math.min(part.from, so?.from ?? part.from);
    rounds.set(part.roundId, {
      roundId: part.roundId,
      from,
      day: dayOf(from),
      target: Math.max(part.target, so?.target ?? 0),
      tested: part.tested + (so?.tested ?? 0),
    });
  }
  return [...rounds.values()].sort((a, b) => b.from - a.from);
}

/**
 * The fields of a new record by default: the rest of a round that is unfinished; else a new round of everyone inside,
 * sampled on the day the rule asks for (today, if that day is still to come). How many were tested is left to write.
 */
export function roundDefaults(
  area: { at: number; population: number | null; facts: AreaFactsView },
  round: RoundStanding | null,
) {
  const rounds = knownRounds(area.facts);
  const today = dayOf(area.at);
  const asked = round?.requiredOnDay ?? today;
  const open = round?.state === 'INCOMPLETE' ? rounds.find(({ day }) => day >= asked) : undefined;
  const start = startOfDay(open || asked > today ? today : asked);
  const to = Math.min(start + 12 * HOUR, area.at);
  const from = to > start + 7 * HOUR ? start + 7 * HOUR : start;
  const target = open?.target ?? area.population ?? rounds[0]?.target ?? null;
  return {
    roundId: open?.roundId ?? '',
    from: minuteInput(from),
    to: minuteInput(to),
    target: target === null ? '' : String(target),
    tested: '',
    positive: '0',
    note: '',
  };
}

/** The fields of a record to correct. */
export function partFields(part: ScreeningFact) {
  const { roundId, from, to, target, tested, positive } = part;
  const figures = { target: String(target), tested: String(tested), positive: String(positive) };
  return { roundId, from: minuteInput(from), to: minuteInput(to), ...figures, note: '' };
}

/**
 * The part of a round the fields describe (null while something is wanting) and the fields at fault.
 * @param at the clock's present, epoch ms
 */
export function screeningFrom(
  fields: Fields,
  at: number,
): { record: Omit<ScreeningFact, 'id' | 'roundId' | 'recordedAt' | 'recordedTo'> | null; faults: string[] } {
  const from = readMinuteInput(fields.from ?? '');
  const to = readMinuteInput(fields.to ?? '');
  const target = readPersons(fields.target ?? '', 1);
  const tested = readPersons(fields.tested ?? '', 0);
  const positive = readPersons(fields.positive ?? '', 0);
  const faults: string[] = [];
  if (from === null) faults.push('windowFrom');
  if (to === null || to > at || (from !== null && to < from)) faults.push('windowTo');
  if (target === null) faults.push('target');
  if (tested === null || (target !== null && tested > target)) faults.push('tested');
  if (positive === null || (tested !== null && positive > tested)) faults.push('positive');
  const whole =
    from !== null && to !== null && target !== null && tested !== null && positive !== null && !faults.length;
  return { record: whole ? { from, to, target, tested, positive } : null, faults };
}
