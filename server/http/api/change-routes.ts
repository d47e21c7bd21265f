import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { READ_PATIENCE_MS, within } from '@/server/db/patience';
import { readChanges } from '@/server/feed/read-changes';
import type { Runtime } from '@/server/runtime';
import { answerRead } from './answer';
import { wholeNumber } from './query';
import { type Asked, callerRoute } from './read-route';

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
  const waiting = new Set<AbortController>();
  // Whoever waits is answered when the server stops: it would else wait for them.
  app.addHook('preClose', async () => {
    for (const one of waiting) one.abort();
  });
  const answer = async ({ query: { after, limit, wait }, request, reply }: Asked<z.output<typeof query>>) => {
    const source = rt.config.PUBLIC_URL ?? `http://localhost:${rt.config.PORT}`;
    let page = await readChanges(rt.db, source, after, limit);
    if (page.events.length === 0 && wait > 0) {
      const over = new AbortController();
      waiting.add(over);
      // Of the answer, not of the request: a request without a body is "closed" once it is read.
      reply.raw.once('close', () => over.abort());
      await rt.log.waitBeyond(after, wait * 1000, over.signal).finally(() => waiting.delete(over));
      if (reply.raw.destroyed) return reply;
      // Only the server's own stop is left: it would wait for a connection that is kept.
      if (over.signal.aborted) reply.header('connection', 'close');
      // The wait is not the database's fault: the second look has patience of its own.
      page = await within(READ_PATIENCE_MS, () => readChanges(rt.db, source, after, limit));
    }
    const read = { version: rt.log.head, asOf: rt.clock.now(), body: page };
    return answerRead(rt, request, reply, { ...read, tagged: [after, page.next, page.hasMore] });
  };
  callerRoute(app, rt, '/changes', { capability: 'feed-read', query, answer });
}
