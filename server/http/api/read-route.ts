import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { Problem } from '@/server/errors';

const OTHERS: HTTPMethods[] = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

/** What answers a read. */
export type Read = (request: FastifyRequest, reply: FastifyReply) => unknown;

/**
 * A read of the contract: GET and HEAD answer, every other method is refused before its body is looked at.
 * @param giveUpMs after so long without an answer (a database that hangs) the read is refused as temporarily unavailable.
 */
export function readRoute(app: FastifyInstance, url: string, read: Read, giveUpMs?: number): void {
  app.get(url, giveUpMs === undefined ? {} : { handlerTimeout: giveUpMs }, read);
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
