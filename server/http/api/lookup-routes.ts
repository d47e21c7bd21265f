import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { search } from '@/domain/lookup/search';
import { describe } from '@/domain/lookup/sentence/describe';
import type { LookupResult, SearchOptions } from '@/domain/lookup/types';
import { parseInput } from '@/server/parse-input';
import type { Runtime } from '@/server/runtime';
import { callerOf } from './access';
import { freshness, matches } from './answer';
import { instant, wholeNumber } from './query';

const query = z.strictObject({
  q: z.string().min(1, 'what to look up').max(200, 'at most 200 characters'),
  at: instant.optional(),
  lookbackDays: wholeNumber(1, 60, 14),
  within: z.string().min(2).max(40).optional(),
  limit: wholeNumber(1, 100, 20),
});

/** One result as the contract writes it: instants as text, and the sentence to read aloud. */
function written(result: LookupResult) {
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const source = result.source && { ...result.source, publishedAt: iso(result.source.publishedAt) };
  const lookback = { ...result.lookback, last: iso(result.lookback.last) };
  const timed = {
    ...result,
    since: iso(result.since),
    lookback,
    source,
    zones: [],
    sentence: describe(result),
  };
  return result.kind === 'area' ? { ...timed, earliestRelease: iso(result.earliestRelease) } : timed;
}

/** `GET /lookup`: one place, answered from memory; serves on while the database is down and says how old it is. */
export async function lookupRoutes(app: FastifyInstance, { rt }: { rt: Runtime }): Promise<void> {
  const limited = async (request: FastifyRequest) => {
    if (!rt.config.PUBLIC_LOOKUP || request.headers.authorization) await callerOf(rt, request, 'lookup:read');
  };
  app.get('/lookup', async (request, reply) => {
    await limited(request);
    const given = parseInput(query, request.query);
    const { index } = rt.lookup;
    const options: SearchOptions = {
      at: given.at ?? rt.clock.now(),
      lookbackDays: given.lookbackDays,
      limit: given.limit,
      ...(given.within ? { within: given.within as NonNullable<SearchOptions['within']> } : {}),
    };
    const minute = Math.floor(options.at / 60_000);
    const etag = `"${index.version}-${minute}"`;
    reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
    const answer = search(index, given.q, options);
    return {
      version: answer.version,
      asOf: new Date(answer.at).toISOString(),
      ...freshness(rt),
      understood: answer.understood,
      results: answer.results.map(written),
    };
  });
}
