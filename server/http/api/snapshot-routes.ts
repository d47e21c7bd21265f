import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { buildSnapshot, hourOf, type Snapshot } from '@/server/feed/snapshot';
import { parseInput } from '@/server/parse-input';
import type { Runtime } from '@/server/runtime';
import { callerOf } from './access';
import { freshness, matches } from './answer';

const nothing = z.strictObject({});

/**
 * `GET /snapshot`: every current status and the log cursor to go on from. Built and compressed once a version, so the
 * age of the data travels in the headers `fengqu-data-age-seconds` and `fengqu-stale`.
 */
export async function snapshotRoutes(app: FastifyInstance, { rt }: { rt: Runtime }): Promise<void> {
  let held: { version: number; hour: number; made: Promise<Snapshot> } | null = null;
  const current = (): Promise<Snapshot> => {
    const { index } = rt.lookup;
    const at = rt.clock.now();
    if (held?.version !== index.version || held.hour !== hourOf(at)) {
      const made = buildSnapshot(index, at);
      made.catch(() => {
        held = null;
      });
      held = { version: index.version, hour: hourOf(at), made };
    }
    return held.made;
  };
  app.get('/snapshot', async (request, reply) => {
    await callerOf(rt, request, 'feed:read');
    parseInput(nothing, request.query);
    const snapshot = await current();
    const { dataAgeSeconds, stale } = freshness(rt);
    reply
      .header('etag', snapshot.etag)
      .header('cache-control', 'private, no-cache')
      .header('vary', 'accept-encoding')
      .header('fengqu-data-age-seconds', dataAgeSeconds)
      .header('fengqu-stale', String(stale));
    if (matches(request.headers['if-none-match'], snapshot.etag)) return reply.code(304).send();
    reply.type('application/json; charset=utf-8');
    const accepted = request.headers['accept-encoding'] ?? '';
    if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(snapshot.br);
    if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(snapshot.gzip);
    return reply.send(snapshot.plain);
  });
}
