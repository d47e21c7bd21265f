import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '@/server/errors';

const MINUTE = 60_000;

/** Look-ups a minute without a key, by address: many times what a person at a telephone types. */
export const PUBLIC_LOOKUPS = 300;
/** Reads of the database a minute by one key, session or address: room for any honest system, not for a loop gone wild. */
export const DATABASE_READS = 6_000;

type Limit = (request: FastifyRequest) => Promise<void>;

/** Let `most` requests a minute pass for each `who`; needs the rate-limit plugin. @throws Problem too-many-requests. */
export function limitOf(app: FastifyInstance, most: number, who: (request: FastifyRequest) => string): Limit {
  const count = app.createRateLimit({ max: most, timeWindow: MINUTE, keyGenerator: who });
  return async (request) => {
    const seen = await count(request);
    if (seen.isAllowed || !seen.isExceeded) return;
    const detail = `At most ${most} requests a minute; wait ${seen.ttlInSeconds} seconds.`;
    throw new Problem('too-many-requests', detail, [], { retryAfterSeconds: String(seen.ttlInSeconds) });
  };
}

/** Who is counted: the key or session, else the address. */
export function callerKey(request: FastifyRequest): string {
  return request.headers.authorization ?? request.headers.cookie ?? request.ip;
}
