import type { FastifyInstance, FastifyRequest } from 'fastify';
import { search } from '@/domain/lookup/search';
import { describe } from '@/domain/lookup/sentence/describe';
import type { LookupResult } from '@/domain/lookup/types';
import { answersAt } from '@/server/lookup/answers-at';
import type { Runtime } from '@/server/runtime';
import { callerOf } from './access';
import { freshness, matches } from './answer';
import { limitOf, PUBLIC_LOOKUPS } from './limits';
import { lookupQuery } from './lookup-query';
import { readRoute } from './read-route';
import { iso, writtenResult } from './written';

/** One result as the contract writes it: instants as text, and the sentence to read aloud. */
function written(result: LookupResult) {
  const timed = { ...writtenResult(result), zones: [], sentence: describe(result) };
  return result.kind === 'area' ? { ...timed, earliestRelease: iso(result.earliestRelease) } : timed;
}

/** `GET /lookup`: one place, answered from memory; serves on while the database is down and says how old it is. */
export async function lookupRoutes(app: FastifyInstance, { rt }: { rt: Runtime }): Promise<void> {
  const limitPublic = limitOf(app, PUBLIC_LOOKUPS, (request) => request.ip);
  const admit = async (request: FastifyRequest) => {
    if (rt.config.PUBLIC_LOOKUP && !request.headers.authorization) await limitPublic(request);
    else await callerOf(rt, request, 'lookup:read');
  };
  readRoute(app, '/lookup', async (request, reply) => {
    await admit(request);
    const { index } = rt.lookup;
    const { q, options } = lookupQuery(rt, request.raw.url ?? '', answersAt(rt));
    const age = freshness(rt);
    const etag = `W/"${index.version}-${index.generation}-${options.at}${age.stale ? '-stale' : ''}"`;
    reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
    const answer = search(index, q, options);
    return {
      version: answer.version,
      asOf: iso(answer.at),
      ...age,
      understood: answer.understood,
      results: answer.results.map(written),
    };
  });
}
