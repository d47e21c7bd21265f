// node scripts/run-ts.mjs tests/bench/decide.ts: the rule over 45,000 areas, as a pass of the downgrade asks it. Prints
// milliseconds of three rounds of each mix; asserts nothing.
import { decide, type Question } from '@/domain/area/decide';
import { R3 } from '@/domain/policy/rule-sets/r3-20';
import { startOfDay } from '@/domain/time/shanghai';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = startOfDay('2022-11-26') + 20 * HOUR;

/** An area designated on 26 November; every `due`-th has its round, every `corrected`-th a round that was corrected. */
function question(index: number, due: number, corrected: number): Question {
  const id = `a${index}`;
  const from = start + 5 * DAY - 12 * HOUR;
  const part = { from, to: from + 4 * HOUR, target: 245, tested: 245, positive: 0, roundId: id };
  const held = { ...part, id, recordedAt: part.to, recordedTo: null };
  const closed = { ...held, id: `${id}-0`, tested: 207, recordedTo: part.to + HOUR };
  const mended = { ...held, recordedAt: part.to + HOUR };
  const designation = { id, status: 'HIGH', validFrom: start, validTo: null, cause: 'DESIGNATED' } as const;
  const infection = { id, foundOn: '2022-11-26', count: 2, countsForDesignation: true, resetsClock: true };
  const rounds = index % due > 0 ? [] : index % corrected > 0 ? [held] : [closed, mended];
  return {
    designations: [{ ...designation, endCause: null, policyId: R3.id, policyVersion: R3.version }],
    infections: [{ ...infection, exclusion: null, recordedAt: start, recordedTo: null }],
    rounds,
    ruleSet: R3,
    at: start + 6 * DAY,
  };
}

const mixes = [
  ['none due', Number.POSITIVE_INFINITY, 1],
  ['all due', 1, Number.POSITIVE_INFINITY],
  ['all due, each with a corrected round', 1, 1],
] as const;
for (const [name, due, corrected] of mixes) {
  const questions = Array.from({ length: 45_000 }, (_, index) => question(index + 1, due, corrected));
  const took = [1, 2, 3].map(() => {
    const began = performance.now();
    const lowered = questions.filter((asked) => decide(asked).outcome === 'LOWER').length;
    return `${(performance.now() - began).toFixed(0)} ms (${lowered} due)`;
  });
  console.log(name, took.join(' · '));
}
