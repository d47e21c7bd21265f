import { checkInput } from '@/components/form/check-input';
import type { Fields } from '@/components/form/draft';
import type { ReadForm } from '@/components/form/use-act-form';
import { type RecordScreeningInput, recordScreeningInput } from '@/domain/acts/evidence';
import type { AreaFactsView } from '@/domain/area/area-view';
import type { RoundStanding } from '@/domain/area/decision';
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

/** A part of a round as the rule looks at it, before it is recorded. */
type FoundScreening = Omit<ScreeningFact, 'id' | 'roundId' | 'recordedAt' | 'recordedTo'>;

/**
 * What the fields say, as it would be sent, and the part of a round it would make (null while something is wanting).
 * @param about the area, and the record that is corrected, if any
 * @param at the clock's present, epoch ms
 * @param others what the other parts of its round add up to; null for a round of its own. Figures written as those of
 * the whole round (`counted` is `whole`) are what is left of them after the other parts.
 * @returns `sum` as well: what the round would add up to, of how many; null while a figure is wanting
 */
export function readScreening(
  fields: Fields,
  about: { areaId: string; corrects?: string },
  at: number,
  others: KnownRound | null = null,
): ReadForm<RecordScreeningInput> & {
  readonly record: FoundScreening | null;
  readonly sum: { readonly tested: number; readonly target: number } | null;
} {
  const windowFrom = readMinuteInput(fields.windowFrom ?? '') ?? Number.NaN;
  const windowTo = readMinuteInput(fields.windowTo ?? '') ?? Number.NaN;
  const before = fields.counted === 'whole' ? others : null;
  const target = readPersons(fields.target ?? '');
  const tested = readPersons(fields.tested ?? '') - (before?.tested ?? 0);
  const positive = readPersons(fields.positive ?? '') - (before?.positive ?? 0);
  const sum = Number.isNaN(tested + target)
    ? null
    : { tested: tested + (others?.tested ?? 0), target: Math.max(target, others?.target ?? 0) };
  const more = [
    ...(windowTo > at ? ['windowTo'] : []),
    ...(sum !== null && sum.tested > sum.target ? ['tested'] : []),
  ];
  const round = fields.roundId ? { roundId: fields.roundId } : {};
  // Fewer than the parts before hold is no figure at all.
  const figures = { target, tested: counted(tested), positive: counted(positive) };
  const input = { ...about, ...round, windowFrom, windowTo, ...figures, note: fields.note ?? '' };
  const read = checkInput(recordScreeningInput, input, more);
  const whole = read.faults.every((fault) => fault === 'note');
  return { ...read, record: whole ? { from: windowFrom, to: windowTo, ...figures } : null, sum };
}

function counted(persons: number): number {
  return persons < 0 ? Number.NaN : persons;
}
