// Guarantee: cached roll-ups never differ from counting every area at the asked instant.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerArea } from '@/domain/lookup/answer-area';
import { applyAreas } from '@/domain/lookup/area/apply-areas';
import { emptyAreaIndex } from '@/domain/lookup/area/empty-area-index';
import { countsAt, highestInside } from '@/domain/lookup/area/roll-up-at';
import { codeOf, ordinalOf } from '@/domain/lookup/division/division-codes';
import { pathOf } from '@/domain/lookup/division/division-parts';
import { search } from '@/domain/lookup/search';
import type { IndexedArea, LevelPeriod } from '@/domain/lookup/types';
import { area, DAY, divisions, NOW } from './fixture';

const DIVISIONS = divisions();
const COUNTIES = ['370702', '370703', '370705', '110105', '370703002', '370700-gaoxin'];
const ABOVE: Record<string, readonly string[]> = {
  '370700': ['370702', '370703', '370705', '370703002', '370700-gaoxin'],
  '370000': ['370702', '370703', '370705', '370703002', '370700-gaoxin'],
  '370703': ['370703', '370703002'],
  '110000': ['110105'],
};

const periods = fc
  .array(
    fc.record({
      level: fc.constantFrom('HIGH', 'MEDIUM', 'LOW'),
      length: fc.integer({ min: 1, max: 6 }),
      gap: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 3 },
  )
  .chain((steps) =>
    fc
      .tuple(fc.constant(steps), fc.boolean(), fc.integer({ min: -20, max: 5 }))
      .map(([list, open, start]) => {
        let at = NOW + start * DAY;
        return list.map(({ level, length, gap }, i): LevelPeriod => {
          const from = at + gap * DAY;
          at = from + length * DAY;
          return { level, from, to: open && i === list.length - 1 ? null : at };
        });
      }),
  );
const change = fc
  .record({ id: fc.integer({ min: 0, max: 12 }), place: fc.constantFrom(...COUNTIES), periods })
  .map(({ id, place, periods: own }) => area(`a${id}`, place, `某某花园${id}号楼`, { periods: own }));

function aboveOf(division: string | null): string[] {
  return pathOf(DIVISIONS, ordinalOf(DIVISIONS, division ?? '')).map((step) => step.code);
}

function stands(one: IndexedArea, level: string, at: number): boolean {
  return one.periods.some(
    (period) => period.level === level && period.from <= at && (period.to === null || at < period.to),
  );
}

describe('roll-ups equal a count over all areas', () => {
  it('at any instant after any changes', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.array(change, { maxLength: 5 }),
            fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }),
          ),
          { maxLength: 5 },
        ),
        fc.integer({ min: -25, max: 12 }),
        (batches, day) => {
          let index = emptyAreaIndex(DIVISIONS, 0, NOW);
          const present = new Map<string, IndexedArea>();
          batches.forEach(([batch, leaving], i) => {
            const changed = new Set(batch.map((one) => one.id));
            const gone = leaving.map((id) => `a${id}`).filter((id) => !changed.has(id));
            index = applyAreas(index, batch, i, NOW + i * DAY, gone);
            for (const one of batch) present.set(one.id, one);
            for (const id of gone) present.delete(id);
          });
          const at = NOW + day * DAY;
          const divisionsHeld = new Set([...present.values()].flatMap((one) => aboveOf(one.divisionCode)));
          expect([...index.holders].map((ordinal) => codeOf(DIVISIONS, ordinal)).sort()).toEqual(
            [...divisionsHeld].sort(),
          );
          for (let id = 0; id <= 12; id++) {
            const answer = answerArea(index, `a${id}`, { at, lookbackDays: 5 }, { type: 'code', score: 1 });
            expect(answer !== null).toBe(present.has(`a${id}`));
          }
          const named = search(index, '某某花园', { at, limit: 100 }).results.map((one) => one.id);
          expect(named.filter((id) => id.startsWith('a')).sort()).toEqual([...present.keys()].sort());
          for (const [top, places] of Object.entries(ABOVE)) {
            const inside = [...present.values()].filter((one) => places.includes(one.divisionCode ?? ''));
            const ordinal = ordinalOf(DIVISIONS, top);
            expect(countsAt(index, ordinal, at)).toEqual({
              HIGH: inside.filter((one) => stands(one, 'HIGH', at)).length,
              MEDIUM: inside.filter((one) => stands(one, 'MEDIUM', at)).length,
            });
            const wasHigh = inside.some((one) =>
              one.periods.some(
                (p) => p.level === 'HIGH' && p.from <= at && (p.to === null || p.to > at - 5 * DAY),
              ),
            );
            expect(highestInside(index, ordinal, at, 5)?.level === 'HIGH').toBe(wasHigh);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
