import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type Question } from '@/domain/area/decide';
import type { Decision } from '@/domain/area/decision';
import type { DesignationFact, InfectionFact, ScreeningFact } from '@/domain/area/types';
import { RULE_SETS } from '@/domain/policy/rule-set';
import { addDays } from '@/domain/time/shanghai';
import { dayByDay, type Reading } from './day-by-day';
import { beijing } from './facts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What the two implementations must agree on. */
function reading(decision: Decision): Reading {
  const round = decision.missing.find((missing) => missing.kind === 'ROUND');
  return {
    level: decision.status,
    since: decision.since,
    outcome: decision.outcome,
    completed: decision.counting?.completed ?? null,
    dueAt: decision.dueAt,
    earliestRelease: decision.earliestRelease,
    roundState: decision.counting === null ? null : decision.round.state,
    personsLacking: round?.kind === 'ROUND' ? round.persons : null,
  };
}

// Around an ordinary month end, a year end, and the leap day.
const origin = fc.constantFrom('2022-11-26', '2022-12-29', '2024-02-26', '2023-02-26');
const edge = fc.oneof(
  fc.constantFrom(0, 1, -1, HOUR, 12 * HOUR, DAY - 1),
  fc.integer({ min: 0, max: DAY - 1 }),
);
const moment = (day0: string, from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), edge)
    .map(([day, ms]) => beijing(`${day0} 00:00`) + day * DAY + ms);

/** How long a record is held true before it is corrected or withdrawn; null: for good. */
const held = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 * DAY }) },
);
const until = (recordedAt: number, lasts: number | null) => (lasts === null ? null : recordedAt + lasts);

const infection = (day0: string): fc.Arbitrary<InfectionFact> =>
  fc
    .record({
      day: fc.integer({ min: -3, max: 18 }),
      count: fc.integer({ min: 0, max: 3 }),
      resetsClock: fc.boolean(),
      delay: fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 6 * DAY }) },
      ),
      lasts: held,
    })
    .map(({ day, count, resetsClock, delay, lasts }) => {
      const foundOn = addDays(day0, day);
      return {
        id: `i${day}`,
        foundOn,
        count,
        countsForDesignation: resetsClock,
        resetsClock,
        exclusion: resetsClock ? null : 'CENTRAL_ISOLATION',
        recordedAt: beijing(`${foundOn} 00:00`) + delay,
        recordedTo: until(beijing(`${foundOn} 00:00`) + delay, lasts),
      };
    });

const part = (day0: string): fc.Arbitrary<ScreeningFact> =>
  fc
    .record({
      id: fc.uuid(),
      roundId: fc.constantFrom('a', 'b', 'c'),
      from: moment(day0, -1, 18),
      lasts: fc.oneof(fc.constantFrom(0, 1, 4 * HOUR, DAY), fc.integer({ min: 0, max: DAY })),
      target: fc.constantFrom(86, 86, 86, 60, 90),
      tested: fc.constantFrom(60, 60, 43, 30, 26, 0),
      positive: fc.oneof(
        { weight: 5, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 2 }) },
      ),
      delay: fc.oneof(fc.constantFrom(0, 6 * HOUR), fc.integer({ min: -HOUR, max: 3 * DAY })),
      held,
    })
    .map(({ lasts, delay, held, ...rest }) => ({
      ...rest,
      positive: Math.min(rest.positive, rest.tested),
      to: rest.from + lasts,
      recordedAt: rest.from + lasts + delay,
      recordedTo: until(rest.from + lasts + delay, held),
    }));

/** A whole round on one of the later days, so that completion is common and not a lucky draw. */
const wholeRound = (day0: string): fc.Arbitrary<ScreeningFact[]> =>
  fc
    .record({
      from: moment(day0, 2, 16),
      split: fc.integer({ min: 0, max: 90 }),
      gap: fc.constantFrom(0, HOUR, 8 * HOUR, DAY),
      lasts: held,
    })
    .map(({ from, split, gap, lasts }) =>
      [split, 90 - split].map((tested, n) => ({
        id: `w${n}`,
        roundId: 'whole',
        from: from + n * gap,
        to: from + n * gap + HOUR,
        target: 90,
        tested,
        positive: 0,
        recordedAt: from + n * gap + 2 * HOUR,
        recordedTo: until(from + n * gap + 2 * HOUR, n === 0 ? lasts : null),
      })),
    );

/** A positive in a round that an infection record of the same day carries, and that does not reset the clock. */
const carried = (day0: string): fc.Arbitrary<{ infection: InfectionFact; part: ScreeningFact }> =>
  fc.tuple(fc.integer({ min: 3, max: 12 }), infection(day0), part(day0)).map(([day, base, sample]) => {
    const foundOn = addDays(day0, day);
    const from = beijing(`${foundOn} 08:00`);
    const recordedAt = from + 6 * HOUR;
    return {
      infection: {
        ...base,
        id: 'carried',
        foundOn,
        count: 2,
        resetsClock: false,
        recordedAt,
        recordedTo: null,
      },
      part: {
        ...sample,
        from,
        to: from + HOUR,
        positive: 1,
        tested: 60,
        target: 86,
        recordedAt,
        recordedTo: null,
      },
    };
  });

/** High, medium, high lowered by rule to medium, or one level pinned anew under the next rule set in mid-count. */
const designations = (day0: string): fc.Arbitrary<DesignationFact[]> =>
  fc
    .record({
      shape: fc.constantFrom('HIGH', 'MEDIUM', 'RE_PINNED', 'LOWERED', 'BY_DECISION', 'ENDED', 'LOW', 'GAP'),
      from: moment(day0, 0, 0),
      later: moment(day0, 2, 9),
    })
    .map(({ shape, from, later }) => {
      const one = (over: Partial<DesignationFact>): DesignationFact => ({
        id: `d-${over.cause ?? 'first'}`,
        status: 'HIGH',
        validFrom: from,
        validTo: null,
        policyId: 'r2-9th',
        policyVersion: 1,
        cause: 'DESIGNATED',
        endCause: null,
        ...over,
      });
      const closed = one({ validTo: later });
      switch (shape) {
        case 'HIGH':
          return [one({})];
        case 'MEDIUM':
          return [one({ status: 'MEDIUM' })];
        case 'RE_PINNED':
          return [one({ validFrom: later, policyId: 'r3-20', cause: 'CORRECTED' }), closed];
        case 'LOWERED':
          return [closed, one({ status: 'MEDIUM', validFrom: later, cause: 'LOWERED_BY_RULE' })];
        case 'BY_DECISION':
          return [closed, one({ status: 'MEDIUM', validFrom: later, cause: 'LOWERED_BY_DECISION' })];
        case 'LOW':
          return [closed, one({ status: 'LOW', validFrom: later, cause: 'LOWERED_BY_RULE' })];
        case 'GAP':
          return [closed, one({ validFrom: later + 1, cause: 'RAISED' })];
        default:
          return [closed];
      }
    });

const question: fc.Arbitrary<Question> = origin.chain((day0) =>
  fc
    .record({
      designations: designations(day0),
      infections: fc.array(infection(day0), { maxLength: 2 }),
      loose: fc.array(part(day0), { maxLength: 4 }),
      whole: fc.oneof(fc.constant([]), wholeRound(day0)),
      ruleSet: fc.constantFrom(
        ...RULE_SETS,
        ...RULE_SETS.filter((set) => set.stages.some((stage) => stage.round !== null)),
      ),
      household: fc.option(carried(day0), { freq: 3 }),
      at: moment(day0, 0, 24),
    })
    .map(({ loose, whole, household, infections, ...rest }) => ({
      ...rest,
      infections: household === null ? infections : [...infections, household.infection],
      rounds: household === null ? [...loose, ...whole] : [...loose, ...whole, household.part],
    })),
);

/** When something is recorded, corrected or withdrawn after the question's instant. */
function newsAfter({ infections, rounds, at }: Question): number[] {
  const turns = [...infections, ...rounds].flatMap((fact) => [
    fact.recordedAt,
    fact.recordedTo ?? fact.recordedAt,
  ]);
  return turns.filter((turn) => turn > at);
}

describe('the decision agrees with a clerk who walks the calendar day by day', () => {
  it('for any facts, under all five rule sets', () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(reading(decide(asked))).toEqual(dayByDay(asked));
      }),
      { numRuns: 2000 },
    );
  });

  it('whatever the order of the facts', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const turned = {
          ...asked,
          designations: [...asked.designations].reverse(),
          infections: [...asked.infections].reverse(),
          rounds: [...asked.rounds].reverse(),
        };
        expect(decide(turned)).toEqual(decide(asked));
      }),
      { numRuns: 200 },
    );
  });

  it('and what is due stays due at the same instant while nothing new is recorded', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 0, max: 30 * DAY }), (asked, wait) => {
        const now = decide(asked);
        const later = { ...asked, at: asked.at + wait };
        const news = newsAfter(asked).some((turn) => turn <= later.at);
        fc.pre(now.dueAt !== null && !news);
        fc.pre(decide(later).designationId === now.designationId);
        expect(decide(later).dueAt).toBe(now.dueAt);
      }),
      { numRuns: 200 },
    );
  });

  it('and with nothing new recorded the level falls at the instant that was promised, if no round is lacking', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const now = decide(asked);
        const { earliestRelease } = now;
        const news = newsAfter(asked).length > 0;
        fc.pre(earliestRelease !== null && earliestRelease > asked.at && !news);
        fc.pre(!now.missing.some((missing) => missing.kind === 'ROUND'));
        fc.pre(asked.designations.every((d) => d.validTo === null || d.validTo <= asked.at));
        fc.pre(asked.designations.every((d) => d.validFrom <= asked.at));
        expect(decide({ ...asked, at: (earliestRelease ?? 0) - 1 }).dueAt).toBeNull();
        expect(decide({ ...asked, at: earliestRelease ?? 0 }).dueAt).toBe(earliestRelease);
      }),
      { numRuns: 200 },
    );
  });
});
