import type { FastifyInstance } from 'fastify';
import Negotiator from 'negotiator';
import { currentSnapshot } from '@/server/feed/current-snapshot';
import { freshness } from '@/server/lookup/freshness';
import type { Runtime } from '@/server/runtime';
import { matches } from './answer';
import { noQuery } from './query';
import { type Asked, callerRoute } from './read-route';

/**
 * `GET /snapshot`: every current status and the log cursor to go on from. The document is made and compressed once a
 * version and says how old its data was then; how old they are now travels in two headers, on a 304 too.
 */
export async function snapshotRoutes(app: FastifyInstance, { rt }: { rt: Runtime }): Promise<void> {
  const current = currentSnapshot();
  const answer = async ({ request, reply }: Asked<unknown>) => {
    const age = freshness(rt);
    const snapshot = await current(rt.lookup.index, rt.clock.now(), age);
    reply
      .header('etag', snapshot.etag)
      .header('cache-control', 'private, no-cache')
      .header('vary', 'accept-encoding')
      .header('fengqu-data-age-seconds', age.dataAgeSeconds)
      .header('fengqu-stale', String(age.stale));
    if (matches(request.headers['if-none-match'], snapshot.etag)) return reply.code(304).send();
    reply.type('application/json; charset=utf-8');
    const accepted = new Negotiator(request).encodings(['br', 'gzip']);
    const coding = (['br', 'gzip'] as const).find((one) => accepted.includes(one));
    if (coding) return reply.header('content-encoding', coding).send(snapshot[coding]);
    return reply.send(snapshot.plain);
  };
  callerRoute(app, rt, '/snapshot', { capability: 'feed-read', query: noQuery, answer });
}
