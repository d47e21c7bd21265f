import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { countedAddress } from '@/server/auth/client-address';
import { notFound } from '@/server/errors';
import type { DoorRuntime } from '@/server/runtime';
import { apiRoutes } from './api/api-routes';
import { limitOf, PUBLIC_LOOKUPS } from './api/limits';
import { errorPages } from './error-pages';
import { healthRoutes } from './health-routes';
import { ANYBODY_BYTES, tooLarge } from './pages/page-body';
import { transportHeaders } from './pages/page-headers';
import type { Pages } from './pages/pages';
import { passToPages } from './pages/pass-to-pages';
import { refuse } from './refuse';
import { refuseUnread } from './refuse-unread';

/**
 * The one HTTP application: health at the root, the contract under /api/v1, everything else to the pages.
 * @param pages left out in a replica that serves the contract alone.
 */
export async function buildApp(rt: DoorRuntime, pages: Pages | null): Promise<FastifyInstance> {
  const quiet = !['info', 'debug'].includes(rt.config.LOG_LEVEL);
  const app = Fastify({
    logger: { level: rt.config.LOG_LEVEL, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    logController: new LogController({ disableRequestLogging: quiet }),
    // One logger for all: a child for every request costs more than a look-up. Our lines name their request themselves.
    ...(quiet ? { childLoggerFactory: (logger) => logger } : {}),
    genReqId: requestNames(),
    // The query is read by `queryOf` alone, which refuses what this would pass on; parsing it twice is not free.
    routerOptions: { querystringParser: () => NO_QUERY },
    bodyLimit: 1_048_576,
    // Of X-Forwarded-For only what the nearest proxy wrote is believed: the rest is the caller's own word.
    trustProxy: rt.config.PUBLIC_URL === undefined ? false : (_address, hop) => hop === 0,
    requestTimeout: 120_000,
    clientErrorHandler: refuseUnread,
    frameworkErrors: refuse,
  });
  app.setErrorHandler(refuse);
  app.setNotFoundHandler((request, reply) => refuse(notFound('This address'), request, reply));
  const ofTransport = transportHeaders(rt.config);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(ofTransport);
    const { method } = request;
    const asks = method === 'GET' || method === 'HEAD';
    // Nothing here reads what comes with a question, but whoever sends it could go on for ever.
    if (asks && Number(request.headers['content-length'] ?? 0) > ANYBODY_BYTES) throw tooLarge(ANYBODY_BYTES);
    done();
  });
  await app.register(rateLimit, { global: false });
  const limitLookups = limitOf(app, PUBLIC_LOOKUPS, (request) => countedAddress(request.ip));
  await app.register(healthRoutes, { rt, pages });
  await app.register(errorPages);
  await app.register(apiRoutes, { rt, limitLookups, prefix: '/api/v1' });
  if (pages) await app.register(async (scope) => passToPages(scope, { rt, pages, limitLookups }));
  return app;
}

const NO_QUERY = {};

/** Names for requests that no two share, in this process or another. */
function requestNames(): () => string {
  const process = randomUUID().slice(0, 13);
  let count = 0;
  return () => `${process}-${(count++).toString(36)}`;
}
