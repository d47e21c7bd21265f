import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { READ_PATIENCE_MS, within } from '@/server/db/patience';
import { Problem } from '@/server/errors';

const OTHERS: HTTPMethods[] = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

/** What answers a read. */
export type Read = (request: FastifyRequest, reply: FastifyReply) => unknown;

/**
 * A read of the contract: GET and HEAD answer, every other method is refused before its body is looked at. What it asks
 * of the database shares one patience, after which the read is refused as temporarily unavailable.
 */
export function readRoute(app: FastifyInstance, url: string, read: Read): void {
  memoryRoute(app, url, (request, reply) => within(READ_PATIENCE_MS, () => read(request, reply)));
}

/** `readRoute` for what is answered from memory; patience costs time too. */
export function memoryRoute(app: FastifyInstance, url: string, read: Read): void {
  app.get(url, read);
  app.route({
    method: OTHERS,
    url,
    onRequest: async (request) => {
      throw new Problem('method-not-allowed', `${request.method} does not work here; GET and HEAD do.`);
    },
    handler: () => undefined,
  });
}

/** A parameter of the address, as the route pattern names it. */
export function addressed(request: FastifyRequest, name: string): string {
  return (request.params as Record<string, string | undefined>)[name] ?? '';
}
