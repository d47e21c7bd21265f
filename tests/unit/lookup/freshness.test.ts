import { describe, expect, it } from 'vitest';
import { pageFreshness } from '@/server/lookup/freshness';
import type { Runtime } from '@/server/runtime';

const DRILL_NOW = Date.parse('2022-12-01T21:00:00+08:00');

/** As far as the age is concerned: when the database last spoke, in machine time, and whether the clock is a drill's. */
function heard(agoMs: number, drill: { paused: boolean } | null) {
  return { log: { confirmedAt: Date.now() - agoMs }, drill } as unknown as Pick<Runtime, 'log' | 'drill'>;
}

describe('the age of the look-up page', () => {
  it('is loud only past a minute without a word from the database', () => {
    expect(pageFreshness(heard(30_500, null), DRILL_NOW)).toMatchObject({ ageSeconds: 30, stale: false });
    expect(pageFreshness(heard(61_500, null), DRILL_NOW)).toMatchObject({ ageSeconds: 61, stale: true });
  });

  it('is told in the time of the deployment: a paused drill loses none', () => {
    const running = pageFreshness(heard(600_000, { paused: false }), DRILL_NOW);
    expect(Math.round((DRILL_NOW - running.confirmedAt) / 1000)).toBe(600);
    expect(pageFreshness(heard(600_000, { paused: true }), DRILL_NOW).confirmedAt).toBe(DRILL_NOW);
  });
});
