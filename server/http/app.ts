import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { CLIENT_ADDRESS_HEADER } from '@/server/auth/client-address';
import { REQUEST_PATH_HEADER } from '@/server/auth/request-path';
import { sessionCookie } from '@/server/auth/session-cookie';
import { sessionCookieName } from '@/server/auth/session-token';
import { notFound } from '@/server/errors';
import type { Runtime } from '@/server/runtime';
import { apiRoutes } from './api/api-routes';
import { errorPages } from './error-pages';
import { healthRoutes } from './health-routes';
import { refuse } from './refuse';
import { refuseUnread } from './refuse-unread';

/** What renders pages: Next's request handler. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * The one HTTP application: health at the root, the contract under /api/v1, everything else to the pages.
 * @param pages left out in a replica that serves the contract alone.
 */
export async function buildApp(rt: Runtime, pages: PageHandler | null): Promise<FastifyInstance> {
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
  await app.register(healthRoutes, { rt });
  await app.register(errorPages);
  await app.register(apiRoutes, { rt, prefix: '/api/v1' });
  if (pages) await app.register(async (scope) => passToPages(scope, pages, sessionCookieName(rt.config)));
  return app;
}

const NO_QUERY = {};

/** Names for requests that no two share, in this process or another. */
function requestNames(): () => string {
  const process = randomUUID().slice(0, 13);
  let count = 0;
  return () => `${process}-${(count++).toString(36)}`;
}

/** Requests that no route of ours takes go to Next with their body unread. */
function passToPages(scope: FastifyInstance, pages: PageHandler, session: string): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  scope.all('/*', (request, reply) => {
    reply.hijack();
    for (const [name, value] of Object.entries(PAGE_HEADERS)) reply.raw.setHeader(name, value);
    const { headers } = request.raw;
    headers[REQUEST_PATH_HEADER] = pathOf(request.url);
    headers[CLIENT_ADDRESS_HEADER] = request.ip;
    // Next, next-auth and the API read one and the same session out of it, or none.
    headers.cookie = sessionCookie(headers.cookie, session).header;
    pages(request.raw, reply.raw).catch((error) => {
      request.log.error({ err: error }, 'page failed');
      if (!reply.raw.headersSent) reply.raw.statusCode = 500;
      reply.raw.end();
    });
  });
}

const PAGE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(), microphone=()',
};

/** Path and query as the person sees them: Next's own `_rsc` marker left out. */
function pathOf(url: string): string {
  return url.replace(/([?&])_rsc=[^&]*&?/, '$1').replace(/[?&]$/, '');
}
