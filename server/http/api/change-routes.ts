import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readChanges } from '@/server/feed/read-changes';
import { parseInput } from '@/server/parse-input';
import type { Runtime } from '@/server/runtime';
import { callerOf } from './access';
import { freshness } from './answer';
import { wholeNumber } from './query';

const query = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}$/, 'a cursor from `next`, or 0')
    .transform(Number)
    .default(0),
  limit: wholeNumber(1, 1000, 100),
  wait: wholeNumber(0, 30, 0),
});

/** `GET /changes`: the log in commit order; with `wait` the answer is held until something happens. */
export async function changeRoutes(app: FastifyInstance, { rt }: { rt: Runtime }): Promise<void> {
  app.get('/changes', async (request, reply) => {
    await callerOf(rt, request, 'feed:read');
    const { after, limit, wait } = parseInput(query, request.query);
    const source = rt.config.PUBLIC_URL ?? `http://localhost:${rt.config.PORT}`;
    let page = await readChanges(rt.db, source, after, limit);
    if (page.events.length === 0 && wait > 0) {
      const gone = new AbortController();
      request.raw.once('close', () => gone.abort());
      await rt.log.waitBeyond(after, wait * 1000, gone.signal);
      if (gone.signal.aborted) return reply;
      page = await readChanges(rt.db, source, after, limit);
    }
    const etag = `"changes-${after}-${page.next}"`;
    reply.header('cache-control', 'private, no-cache').header('etag', etag);
    return { version: rt.log.head, asOf: new Date(rt.clock.now()).toISOString(), ...freshness(rt), ...page };
  });
}
