import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { z } from 'zod';
import type { Capability } from '@/domain/access/capabilities';
import type { Viewer } from '@/server/auth/viewer';
import { READ_PATIENCE_MS, within } from '@/server/db/patience';
import { Problem } from '@/server/errors';
import type { Runtime } from '@/server/runtime';
import { callerOf } from './access';
import { queryOf } from './query';

const OTHERS: HTTPMethods[] = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

/** What answers a read. */
type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;

/**
 * A read of the contract: GET and HEAD answer, every other method is refused before its body is looked at. What it asks
 * of the database shares one patience, after which the read is refused as temporarily unavailable.
 */
function readRoute(app: FastifyInstance, url: string, read: Handler): void {
  memoryRoute(app, url, (request, reply) => within(READ_PATIENCE_MS, () => read(request, reply)));
}

/** `readRoute` for what is answered from memory; patience costs time too. */
export function memoryRoute(app: FastifyInstance, url: string, read: Handler): void {
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

/** What a read for an authorised caller is answered from. */
export interface Asked<Q> {
  readonly viewer: Viewer;
  /** The query string, checked. */
  readonly query: Q;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * `readRoute` for whoever holds the capability, with a query of its own: caller, capability, query, answer, in this order.
 * Whatever is refused on the way becomes a problem document (`server/http/refuse.ts`).
 */
export function callerRoute<S extends z.ZodType>(
  app: FastifyInstance,
  rt: Runtime,
  url: string,
  of: { capability: Capability; query: S; answer: (asked: Asked<z.output<S>>) => unknown },
): void {
  readRoute(app, url, async (request, reply) => {
    const viewer = await callerOf(rt, request, of.capability);
    return of.answer({ viewer, query: queryOf(of.query, request), request, reply });
  });
}

/** A parameter of the address, as the route pattern names it. */
export function addressed(request: FastifyRequest, name: string): string {
  return (request.params as Record<string, string | undefined>)[name] ?? '';
}
