import type { FastifyInstance, FastifyRequest } from 'fastify';
import { countedAddress } from '@/server/auth/client-address';
import { viewerOfRequest } from '@/server/auth/viewer-of-request';
import { Problem } from '@/server/errors';
import type { Runtime } from '@/server/runtime';
import { holderOf } from './access';

const MINUTE = 60_000;

/** Look-ups a minute without a key, by address: many times what a person at a telephone types. */
export const PUBLIC_LOOKUPS = 300;
/** Reads of the database a minute by one key, session or address: room for any honest system, not for a loop gone wild. */
export const DATABASE_READS = 6_000;

/** Counts a request. @throws Problem too-many-requests. */
export type Limit = (request: FastifyRequest) => Promise<void>;

type Who = (request: FastifyRequest) => string | Promise<string>;

/** Let `most` requests a minute pass for each `who`; needs the rate-limit plugin. @throws Problem too-many-requests. */
export function limitOf(app: FastifyInstance, most: number, who: Who): Limit {
  const count = app.createRateLimit({ max: most, timeWindow: MINUTE, keyGenerator: who });
  return async (request) => {
    const seen = await count(request);
    if (seen.isAllowed || !seen.isExceeded) return;
    const detail = `At most ${most} requests a minute; wait ${seen.ttlInSeconds} seconds.`;
    throw new Problem('too-many-requests', detail, [], { retryAfterSeconds: String(seen.ttlInSeconds) });
  };
}

/**
 * Who is counted: the key or the person once they are verified, else the address. What a caller may write as they like
 * (a made-up key, one more word in a cookie) makes nobody another.
 */
export function callerKeys(rt: Runtime): Who {
  return async (request) => {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const holder = await holderOf(rt, request).catch(() => null);
      return holder ? `key:${holder.id}` : countedAddress(request.ip);
    }
    const viewer = await viewerOfRequest(request.headers).catch(() => null);
    return viewer ? `person:${viewer.id}` : countedAddress(request.ip);
  };
}
