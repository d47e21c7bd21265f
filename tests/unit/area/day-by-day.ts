import { Temporal } from 'temporal-polyfill';
import type { Question } from '@/domain/area/decide';
import type { DesignationFact, ScreeningFact } from '@/domain/area/types';

/**
 * The rule a second time, as a clerk with a wall calendar would apply it: walk the days one by one, strike off each
 * whole day without a new infection, begin anew at each infection. Slow and plain; for facts that can be true only.
 */
export type Reading = {
  level: string | null;
  since: number | null;
  outcome: string;
  completed: number | null;
  dueAt: number | null;
  earliestRelease: number | null;
  roundState: string | null;
  personsLacking: number | null;
};

const dateAt = (ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime('Asia/Shanghai').epochMilliseconds;

function levelAt(designations: readonly DesignationFact[], ms: number): DesignationFact | undefined {
  return designations.find((d) => d.validFrom <= ms && (d.validTo ?? Number.POSITIVE_INFINITY) > ms);
}

/** The calendar day on which the last swab of the part was taken; a part that ends at 24:00 ends that day. */
function swabDay(part: ScreeningFact): string {
  return dateAt(part.to > part.from ? part.to - 1 : part.to).toString();
}

/**
 * What the clerk says at `question.at`. Where the area is to fall, the clerk leafs back through the book, instant by
 * instant, asking at each what he would have said with what stood in the book then; the level falls at the first
 * instant of the unbroken run of yeses that reaches to now.
 */
export function dayByDay(question: Question): Reading {
  const now = readingAt(question);
  if (now.since === null || now.dueAt === null) return now;
  const instants = new Set([now.since]);
  for (let date = dateAt(now.since); midnight(date) <= question.at; date = date.add({ days: 1 })) {
    instants.add(midnight(date));
  }
  for (const { recordedAt, recordedTo } of [...question.infections, ...question.rounds]) {
    instants.add(recordedAt);
    if (recordedTo !== null) instants.add(recordedTo);
  }
  for (const part of question.rounds) instants.add(part.to);
  let dueAt = question.at;
  const from = now.since;
  for (const at of [...instants].filter((t) => t >= from && t <= question.at).sort((a, b) => b - a)) {
    if (readingAt({ ...question, at }).dueAt === null) break;
    dueAt = at;
  }
  return { ...now, dueAt, earliestRelease: dueAt };
}

/** What stands in the book at `at`: written by then, and not struck out by then. */
function inBook<Fact extends { recordedAt: number; recordedTo: number | null }>(
  facts: readonly Fact[],
  at: number,
): Fact[] {
  return facts.filter((fact) => fact.recordedAt <= at && (fact.recordedTo === null || at < fact.recordedTo));
}

function readingAt(question: Question): Reading {
  const { designations, ruleSet, at } = question;
  const infections = inBook(question.infections, at);
  const parts = inBook(question.rounds, at);
  const nothing = {
    completed: null,
    dueAt: null,
    earliestRelease: null,
    roundState: null,
    personsLacking: null,
  };

  const now = levelAt(designations, at);
  if (now === undefined) return { level: null, since: null, outcome: 'NONE', ...nothing };
  let begun = now;
  for (let before = levelAt(designations, begun.validFrom - 1); before?.status === now.status; ) {
    begun = before;
    before = levelAt(designations, begun.validFrom - 1);
  }
  const since = begun.validFrom;
  const held = { level: now.status, since };
  if (now.status === 'LOW') return { ...held, outcome: 'NONE', ...nothing };

  const fromHigh = begun.cause === 'LOWERED_BY_RULE' && levelAt(designations, since - 1)?.status === 'HIGH';
  const stage = ruleSet.stages.find(
    (s) => s.status === now.status && (s.entry === 'ANY' || s.entry === (fromHigh ? 'LOWERED' : 'DIRECT')),
  );
  if (stage === undefined) return { ...held, outcome: 'STANDS', ...nothing };

  const breaks = (date: Temporal.PlainDate): boolean => {
    const day = date.toString();
    const here = infections.filter((fact) => fact.foundOn === day);
    const recorded = here.reduce((sum, fact) => sum + fact.count, 0);
    const swabs = parts.filter((part) => swabDay(part) === day).reduce((sum, part) => sum + part.positive, 0);
    return here.some((fact) => fact.resetsClock && fact.count > 0) || swabs > recorded;
  };

  // Walk from the day of designation until the required days are struck off and today is reached.
  const today = dateAt(at);
  let struck = 0;
  let completed = 0;
  let roundDay: Temporal.PlainDate | null = null;
  let firstDay: Temporal.PlainDate | null = null;
  let daysDoneAt: number | null = null;
  const lastEvent = [...infections.map((fact) => fact.foundOn), ...parts.map(swabDay)].sort().at(-1);
  const lastBusy = lastEvent === undefined ? today : Temporal.PlainDate.from(lastEvent);
  const far = Temporal.PlainDate.compare(lastBusy, today) > 0 ? lastBusy : today;
  const end = far.add({ days: stage.days + 2 });
  for (let date = dateAt(since); Temporal.PlainDate.compare(date, end) <= 0; date = date.add({ days: 1 })) {
    const whole = midnight(date) >= since;
    if (!whole || breaks(date)) {
      struck = 0;
      completed = 0;
      roundDay = null;
      firstDay = null;
      daysDoneAt = null;
      continue;
    }
    struck += 1;
    if (struck === 1) firstDay = date;
    if (stage.round !== null && struck === stage.round.onDay) roundDay = date;
    if (struck === stage.days) daysDoneAt = midnight(date.add({ days: 1 }));
    if (midnight(date.add({ days: 1 })) <= at) completed = struck;
  }
  if (daysDoneAt === null || firstDay === null) throw new Error('the walk was too short');

  let metAt: number | null = daysDoneAt;
  let roundState = 'NOT_REQUIRED';
  let personsLacking: number | null = null;
  if (stage.round !== null && roundDay !== null) {
    const opens = midnight(roundDay);
    const ids = [...new Set(parts.map((part) => part.roundId))];
    const seen = ids.map((id) => {
      const all = parts.filter((part) => part.roundId === id);
      const inTime = all.filter((part) => part.from >= opens);
      const tooEarly = all.filter(
        (part) => part.from < opens && firstDay !== null && part.from >= midnight(firstDay),
      );
      return { id, target: Math.max(...all.map((part) => part.target)), inTime, tooEarly };
    });
    const adds = (some: readonly ScreeningFact[]) => some.reduce((sum, part) => sum + part.tested, 0);
    // More tested than there are people is a mistake in the book: such a round proves nothing.
    const impossible = new Set(
      ids.filter((id) => {
        const all = parts.filter((part) => part.roundId === id);
        return adds(all) > Math.max(...all.map((part) => part.target));
      }),
    );
    const tested = (some: readonly ScreeningFact[]) => adds(some.filter((p) => !impossible.has(p.roundId)));
    const positive = (some: readonly ScreeningFact[]) => some.reduce((sum, part) => sum + part.positive, 0);
    const done = seen.filter((r) => positive(r.inTime) === 0 && tested(r.inTime) >= r.target);
    if (done.length > 0) {
      // Try every instant at which something became known, in order, until the round is whole.
      const instants = parts.flatMap((part) => [part.to, part.recordedAt]).sort((a, b) => a - b);
      const whole = instants.find((t) =>
        done.some((r) => tested(r.inTime.filter((part) => part.to <= t && part.recordedAt <= t)) >= r.target),
      );
      if (whole === undefined) throw new Error('a whole round must become whole at some instant');
      metAt = Math.max(daysDoneAt, whole);
      roundState = 'COMPLETE';
    } else {
      metAt = null;
      const latest = seen
        .filter((r) => r.inTime.length > 0)
        .sort((a, b) => {
          const last = (r: typeof a) => Math.max(...r.inTime.map((part) => part.from));
          return last(b) - last(a) || (a.id < b.id ? 1 : -1);
        })[0];
      if (latest !== undefined) {
        roundState = positive(latest.inTime) > 0 ? 'POSITIVE' : 'INCOMPLETE';
        personsLacking = roundState === 'POSITIVE' ? latest.target : latest.target - tested(latest.inTime);
      } else if (seen.some((r) => r.tooEarly.length > 0)) {
        roundState = 'EARLY';
        const early = seen
          .filter((r) => r.tooEarly.length > 0)
          .sort((a, b) => {
            const last = (r: typeof a) => Math.max(...r.tooEarly.map((part) => part.from));
            return last(b) - last(a) || (a.id < b.id ? 1 : -1);
          })[0];
        personsLacking = early?.target ?? null;
      } else {
        roundState = midnight(roundDay.add({ days: 1 })) <= at ? 'MISSING' : 'AHEAD';
      }
    }
  }
  const met = metAt !== null && metAt <= at;
  const outcome = !met ? 'STANDS' : stage.by === 'RULE' ? 'LOWER' : 'NEEDS_EXPERT_DECISION';
  const earliestRelease = metAt ?? Math.max(daysDoneAt, at);
  return {
    ...held,
    outcome,
    completed,
    dueAt: met ? metAt : null,
    earliestRelease,
    roundState,
    personsLacking,
  };
}
