import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide, type Question } from '@/domain/area/decide';
import { explain } from '@/domain/area/explain';
import type { DesignationFact, InfectionFact, MilestoneFact, ScreeningFact } from '@/domain/area/types';
import { RULE_SETS } from '@/domain/policy/rule-set';
import type { RuleSet } from '@/domain/policy/types';
import { beijing } from './facts';

// Anything the types admit, mixed with sensible values so that junk also reaches the inner steps.
const near = fc.integer({ min: beijing('2022-11-20 00:00'), max: beijing('2022-12-20 00:00') });
const instant = fc.oneof({ weight: 3, arbitrary: near }, fc.double(), fc.constantFrom(8.64e15, -8.64e15, 0));
const figure = fc.oneof(fc.integer({ min: -2, max: 90 }), fc.double());
const day = fc.oneof(
  fc.constantFrom('2022-11-26', '2022-12-01', '2022-02-30', '9999-12-31', '0000-01-01', ''),
  fc.string(),
);
const id = fc.oneof(fc.constantFrom('a', 'b', 'constructor', '__proto__'), fc.string());

const designation: fc.Arbitrary<DesignationFact> = fc.record({
  id,
  status: fc.constantFrom('HIGH', 'MEDIUM', 'LOW'),
  validFrom: instant,
  validTo: fc.option(instant),
  policyId: fc.string(),
  policyVersion: figure,
  cause: fc.constantFrom('DESIGNATED', 'LOWERED_BY_RULE', 'RELEASED', 'IMPORTED'),
  endCause: fc.constantFrom(null, 'LOWERED_BY_RULE', 'RELEASED'),
});
const infection: fc.Arbitrary<InfectionFact> = fc.record({
  id,
  foundOn: day,
  count: figure,
  countsForDesignation: fc.boolean(),
  resetsClock: fc.boolean(),
  exclusion: fc.constantFrom(null, 'RE_POSITIVE'),
  recordedAt: instant,
  recordedTo: fc.option(instant),
});
const screening: fc.Arbitrary<ScreeningFact> = fc.record({
  id,
  roundId: id,
  from: instant,
  to: instant,
  target: figure,
  tested: figure,
  positive: figure,
  recordedAt: instant,
  recordedTo: fc.option(instant),
});
const milestone: fc.Arbitrary<MilestoneFact> = fc.record({
  id,
  kind: fc.constantFrom('CASE_LEFT', 'FINAL_DISINFECTION'),
  on: day,
  recordedAt: instant,
});
const ruleSet: fc.Arbitrary<RuleSet> = fc.oneof(
  fc.constantFrom(...RULE_SETS),
  fc
    .record({
      base: fc.constantFrom(...RULE_SETS),
      days: figure,
      onDay: fc.option(figure),
      to: fc.subarray<'MEDIUM' | 'LOW'>(['MEDIUM', 'LOW']),
      startDayCounts: fc.boolean(),
      startEvents: fc.subarray<'DESIGNATION' | 'LAST_POSITIVE' | 'CASE_LEFT' | 'FINAL_DISINFECTION'>([
        'DESIGNATION',
        'LAST_POSITIVE',
        'CASE_LEFT',
        'FINAL_DISINFECTION',
      ]),
    })
    .map(({ base, days, onDay, to, ...dayCount }) => ({
      ...base,
      dayCount,
      stages: base.stages.map((stage) => ({ ...stage, days, round: onDay === null ? null : { onDay }, to })),
    })),
);
const question: fc.Arbitrary<Question> = fc.record({
  designations: fc.array(designation, { maxLength: 4 }),
  infections: fc.array(infection, { maxLength: 4 }),
  rounds: fc.array(screening, { maxLength: 5 }),
  milestones: fc.array(milestone, { maxLength: 2 }),
  ruleSet,
  at: instant,
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

it('any junk of the right type gets an answer and a sentence, changes nothing, and gets the same answer twice', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const decision = decide(frozen(asked));
      expect(decide(asked)).toEqual(decision);
      const { zh, en } = explain(decision);
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
      expect(`${zh}${en}`).not.toMatch(/undefined|null|NaN|Infinity/);
      if (decision.outcome === 'STANDS') expect(decision.missing).not.toEqual([]);
      if (decision.outcome === 'LOWER') {
        expect(decision.missing).toEqual([]);
        expect(decision.to).not.toBeNull();
        expect(decision.dueAt).toBeLessThanOrEqual(decision.at);
      }
    }),
    { numRuns: 3000 },
  );
});
