import type { Fields } from '@/components/form/draft';
import type { AreaFactsView } from '@/domain/area/area-view';
import type { RoundStanding } from '@/domain/area/decision';
import { LONGEST_WINDOW_MS } from '@/domain/area/evidence-bounds';
import type { ScreeningFact } from '@/domain/area/types';
import { minuteInput, readMinuteInput } from '@/domain/time/hour-input';
import { dayOf, startOfDay } from '@/domain/time/shanghai';
import { readPersons } from './persons';

const HOUR = 3_600_000;

/** A round that a part can be added to, and what its parts add up to so far; figures persons. */
export interface KnownRound {
  readonly roundId: string;
  readonly day: string;
  readonly target: number;
  readonly tested: number;
  readonly positive: number;
}

/** The rounds recorded so far, latest first. @param without id of a part to leave out: the one that is corrected */
export function knownRounds(facts: AreaFactsView, without: string | null = null): KnownRound[] {
  const rounds = new Map<string, KnownRound & { from: number }>();
  for (const part of facts.rounds) {
    if (part.id === without) continue;
    const so = rounds.get(part.roundId);
    const from = Math.min(part.from, so?.from ?? part.from);
    rounds.set(part.roundId, {
      roundId: part.roundId,
      from,
      day: dayOf(from),
      target: Math.max(part.target, so?.target ?? 0),
      tested: part.tested + (so?.tested ?? 0),
      positive: part.positive + (so?.positive ?? 0),
    });
  }
  return [...rounds.values()].sort((a, b) => b.from - a.from);
}

/**
 * The fields of a new record by default: the rest of a round that is unfinished, else a new round of everyone inside;
 * sampled today, whenever the rule asked for it. How many were tested is left to write.
 */
export function roundDefaults(
  area: { at: number; population: number | null; facts: AreaFactsView },
  round: RoundStanding | null,
) {
  const rounds = knownRounds(area.facts);
  const today = dayOf(area.at);
  const asked = round?.requiredOnDay ?? today;
  const open = round?.state === 'INCOMPLETE' ? rounds.find(({ day }) => day >= asked) : undefined;
  const start = startOfDay(today);
  const to = Math.min(start + 12 * HOUR, area.at);
  const from = to > start + 7 * HOUR ? start + 7 * HOUR : start;
  const target = open?.target ?? area.population ?? rounds[0]?.target ?? null;
  return {
    roundId: open?.roundId ?? '',
    windowFrom: minuteInput(from),
    windowTo: minuteInput(to),
    target: target === null ? '' : String(target),
    counted: 'part',
    tested: '',
    positive: '0',
    note: '',
  };
}

/** The fields of a record to correct. */
export function partFields(part: ScreeningFact) {
  const { roundId, from, to, target, tested, positive } = part;
  const figures = { target: String(target), tested: String(tested), positive: String(positive) };
  return {
    roundId,
    windowFrom: minuteInput(from),
    windowTo: minuteInput(to),
    ...figures,
    counted: 'part',
    note: '',
  };
}

/**
 * The part of a round the fields describe (null while something is wanting) and the fields at fault.
 * @param at the clock's present, epoch ms
 * @param others what the other parts of its round add up to; null for a round of its own. Figures written as those of
 * the whole round (`counted` is `whole`) are what is left of them after the other parts.
 * @returns `sum` as well: what the round would add up to, of how many; null while a figure is wanting
 */
export function screeningFrom(
  fields: Fields,
  at: number,
  others: KnownRound | null = null,
): {
  record: Omit<ScreeningFact, 'id' | 'roundId' | 'recordedAt' | 'recordedTo'> | null;
  faults: string[];
  sum: { tested: number; target: number } | null;
} {
  const from = readMinuteInput(fields.windowFrom ?? '');
  const to = readMinuteInput(fields.windowTo ?? '');
  const target = readPersons(fields.target ?? '', 1);
  const before = fields.counted === 'whole' ? others : null;
  const tested = less(readPersons(fields.tested ?? '', 0), before?.tested ?? 0);
  const positive = less(readPersons(fields.positive ?? '', 0), before?.positive ?? 0);
  const sum =
    tested === null || target === null
      ? null
      : { tested: tested + (others?.tested ?? 0), target: Math.max(target, others?.target ?? 0) };
  const faults: string[] = [];
  if (from === null) faults.push('windowFrom');
  const long = from !== null && to !== null && (to < from || to - from > LONGEST_WINDOW_MS);
  if (to === null || to > at || long) faults.push('windowTo');
  if (target === null) faults.push('target');
  const over = sum !== null && (sum.tested > sum.target || (tested ?? 0) > (target ?? 0));
  if (tested === null || tested < 0 || over) faults.push('tested');
  if (positive === null || positive < 0 || (tested !== null && tested >= 0 && positive > tested))
    faults.push('positive');
  const whole =
    from !== null && to !== null && target !== null && tested !== null && positive !== null && !faults.length;
  return { record: whole ? { from, to, target, tested, positive } : null, faults, sum };
}

function less(figure: number | null, before: number): number | null {
  return figure === null ? null : figure - before;
}
