import { z } from 'zod';
import type { SearchOptions } from '@/domain/lookup/types';
import { parseInput } from '@/server/parse-input';
import type { Runtime } from '@/server/runtime';
import { knownDivision } from './division-code';
import { instant, readQuery, wholeNumber } from './query';

const LONGEST = 200;

const query = z.strictObject({
  q: z
    .string({ error: 'what to look up' })
    .min(1, 'what to look up')
    .max(LONGEST, `at most ${LONGEST} characters`),
  at: instant.optional(),
  lookbackDays: wholeNumber(1, 60, 14),
  within: z.string().max(40, 'a division code').optional(),
  limit: wholeNumber(1, 100, 20),
});

/** What is looked up, and how. */
export interface LookupQuery {
  q: string;
  options: SearchOptions;
  /** An instant was asked for; without one the answer is for the present. */
  past: boolean;
}

/**
 * The query of a look-up.
 * @param url address with its query string
 * @param present epoch ms answered when no instant is asked for
 * @throws Problem invalid-input naming each field.
 */
export function lookupQuery(rt: Pick<Runtime, 'lookup'>, url: string, present: number): LookupQuery {
  const given = readQuery(url);
  // Most ask for a name alone: nothing is left to check but its length.
  const { q } = given;
  if (q && q.length <= LONGEST && Object.keys(given).length === 1) {
    return { q, options: { at: present }, past: false };
  }
  const { at, within, lookbackDays, limit, ...asked } = parseInput(query, given);
  const options: SearchOptions = {
    at: at ?? present,
    lookbackDays,
    limit,
    ...(within === undefined ? {} : { within: knownDivision(rt, within, 'within') }),
  };
  return { q: asked.q, options, past: at !== undefined };
}
