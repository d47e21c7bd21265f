import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '@/server/config';
import { READ_PATIENCE_MS, within } from '@/server/db/patience';
import { Problem } from '@/server/errors';
import type { Runtime } from '@/server/runtime';
import { transportHeaders } from '../pages/page-headers';
import { callerNow, callerOf, holderOf } from './access';
import { matches } from './answer';
import { API_HEADERS } from './api-headers';
import { KeptAnswers } from './kept-answers';
import type { Limit } from './limits';
import { lookupAnswer } from './lookup-answer';
import { lookupQuery } from './lookup-query';
import { lookupStates } from './lookup-state';
import { memoryRoute } from './read-route';

const fixedHeaders = (config: Config) => [
  'content-type',
  'application/json; charset=utf-8',
  'cache-control',
  'private, no-cache',
  ...Object.entries({ ...API_HEADERS, ...transportHeaders(config) }).flat(),
];

/** A key that cannot be checked now is as none. @throws the refusal of a key that is not one. */
function unchecked(error: unknown): null {
  if (error instanceof Problem && error.kind === 'temporarily-unavailable') return null;
  throw error;
}

/** `GET /lookup`: one place, answered from memory; serves on while the database is down and says how old it is. */
export async function lookupRoutes(
  app: FastifyInstance,
  { rt, limitLookups }: { rt: Runtime; limitLookups: Limit },
): Promise<void> {
  const fixed = fixedHeaders(rt.config);
  const stateNow = lookupStates(rt);
  const answers = new KeptAnswers();

  const admit = async (request: FastifyRequest): Promise<void> => {
    if (!rt.config.PUBLIC_LOOKUP) return void (await callerOf(rt, request, 'lookup-read'));
    // A key made for something else opens no less than none: what is open to all, at the pace of all.
    const holder = await holderOf(rt, request).catch(unchecked);
    if (!holder?.scopes.includes('lookup:read')) await limitLookups(request);
  };
  const answer = (request: FastifyRequest, reply: FastifyReply): void => {
    const state = stateNow();
    const url = request.raw.url ?? '';
    let tail = answers.get(state.mark, url);
    // Read before the tag is compared: a query that is refused has no tag.
    if (tail === undefined) {
      tail = lookupAnswer(state, lookupQuery(rt, url, state.at));
      answers.keep(url, tail);
    }
    // The framework would look at headers and hooks again; they are all known here, and this is asked most of all.
    reply.hijack();
    const { raw } = reply;
    const headers = [...fixed, 'etag', state.etag];
    if (matches(request.headers['if-none-match'], state.etag)) {
      raw.writeHead(304, headers).end();
      return;
    }
    const body = Buffer.allocUnsafe(state.head.length + tail.length);
    state.head.copy(body);
    tail.copy(body, state.head.length);
    headers.push('content-length', String(body.length));
    raw.writeHead(200, headers).end(body);
  };
  memoryRoute(app, '/lookup', (request, reply) => {
    if (callerNow(rt, request, 'lookup-read')) return answer(request, reply);
    return within(READ_PATIENCE_MS, () => admit(request)).then(() => answer(request, reply));
  });
}
