import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CLIENT_ADDRESS_HEADER } from '@/server/auth/client-address';
import { REQUEST_PATH_HEADER } from '@/server/auth/request-path';
import { sessionCookie } from '@/server/auth/session-cookie';
import { sessionCookieName } from '@/server/auth/session-token';
import { viewerOfRequest } from '@/server/auth/viewer-of-request';
import { READ_PATIENCE_MS, within } from '@/server/db/patience';
import { notFound, Problem } from '@/server/errors';
import type { DoorRuntime } from '@/server/runtime';
import type { Limit } from '../api/limits';
import { readQuery } from '../api/query';
import { awayPage, busyPage, tooManyPage } from './notice-pages';
import { bringsBody, withBody } from './page-body';
import { NONCE_HEADER, pageHeaders } from './page-headers';
import { assertOwnOrigin, ownHost, ownProtocol } from './page-origin';
import { isRendered, pathOf } from './page-path';
import { type EndTurn, pageTurns, type TurnLimits } from './page-turns';
import { type Pages, PagesAway } from './pages';
import { varyByReader } from './vary-by-reader';

interface Door {
  readonly rt: DoorRuntime;
  readonly pages: Pages;
  /** The count of public look-ups, which the look-up's page shares with the contract. */
  readonly limitLookups: Limit;
}

/** Of next-auth's addresses those that signing in goes through; the others (a log, a list of providers …) do not exist. */
const SIGN_IN = new Set(['GET /api/auth/signin', 'POST /api/auth/callback/credentials']);
/** Where next-auth sends a refused sign-in. */
const REFUSED = 'GET /api/auth/error';
const METHODS = 'GET, HEAD, POST, OPTIONS';
const TURNS: TurnLimits = { atOnce: 4, waiting: 64, patienceMs: READ_PATIENCE_MS, heldMs: 500 };

/** Requests that no route of ours takes go to the pages, once what is asked of every request has been asked here. */
export function passToPages(scope: FastifyInstance, door: Door): void {
  const session = sessionCookieName(door.rt.config);
  const turn = pageTurns(TURNS);
  scope.removeAllContentTypeParsers();
  // The body is read by `withBody` alone, which knows how much may come.
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  scope.all('/*', async (request, reply) => {
    const { raw } = request;
    const path = pathOf(raw.url ?? '/');
    if (request.method === 'OPTIONS') return reply.code(204).header('allow', METHODS).send();
    if (!['GET', 'HEAD', 'POST'].includes(request.method)) {
      reply.header('allow', METHODS);
      throw new Problem('method-not-allowed', `${request.method} does not work here.`);
    }
    if (`${request.method} ${path}` === REFUSED) {
      // Answered here: next-auth would write the reason into a header as it came.
      const { error = '' } = readQuery(raw.url ?? '');
      return reply.redirect(`/sign-in?${new URLSearchParams({ error })}`);
    }
    if (path.startsWith('/api/') && !SIGN_IN.has(`${request.method} ${path}`)) throw notFound('This address');
    const { nonce, policy, headers } = pageHeaders(door.rt.config);
    // Next, next-auth and the API read one and the same session out of it, or none.
    raw.headers.cookie = sessionCookie(raw.headers.cookie, session).header;
    if (request.method === 'POST') assertOwnOrigin(door.rt.config, raw);
    if (
      path === '/lookup' &&
      (await within(READ_PATIENCE_MS, () => isTooMany(door, request, reply, nonce, headers)))
    )
      return reply;
    const asked = bringsBody(raw) ? await withBody(raw, path) : raw;
    Object.assign(asked.headers, {
      [REQUEST_PATH_HEADER]: withoutMarker(request.url),
      [CLIENT_ADDRESS_HEADER]: request.ip,
      [NONCE_HEADER]: nonce,
      // Next reads the nonce out of the policy as it stands on the request.
      'content-security-policy': policy,
      // The name people use, whatever a proxy made of it: Next compares actions' origins with it.
      'x-forwarded-host': ownHost(door.rt.config, raw),
      'x-forwarded-proto': ownProtocol(door.rt.config),
    });
    delete asked.headers['x-forwarded-port'];
    const unavailable = (refusal: Problem, page: (nonce: string) => string) => {
      if (!request.headers.accept?.includes('text/html')) throw refusal;
      reply.code(503).headers({ ...headers, 'retry-after': '5', 'cache-control': 'no-store' });
      return reply.type('text/html; charset=utf-8').send(page(nonce));
    };
    let endTurn: EndTurn | null = () => undefined;
    if (isRendered(path)) {
      try {
        endTurn = await turn(reply.raw);
      } catch (error) {
        if (error instanceof Problem) return unavailable(error, busyPage);
        throw error;
      }
    }
    if (!endTurn) return reply.hijack();
    varyByReader(reply.raw, path);
    for (const [name, value] of Object.entries(headers)) reply.raw.setHeader(name, value);
    for (const [name, value] of Object.entries(reply.getHeaders())) reply.raw.setHeader(name, String(value));
    try {
      await door.pages.handle(asked, reply.raw);
    } catch (error) {
      if (error instanceof PagesAway) return unavailable(pagesAway(), awayPage);
      request.log.error({ err: error }, 'page failed');
      if (!reply.raw.headersSent) reply.raw.statusCode = 500;
      reply.raw.end();
    } finally {
      endTurn();
    }
    return reply.hijack();
  });
}

const pagesAway = () =>
  new Problem(
    'temporarily-unavailable',
    'What renders the pages is being started again. Look whether what was sent took effect before sending it again.',
  );

/** Whether this look-up is one too many from its address; then it is answered. People who are signed in are not counted. */
async function isTooMany(
  { rt, limitLookups }: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  nonce: string,
  headers: Readonly<Record<string, string>>,
): Promise<boolean> {
  if (!rt.config.PUBLIC_LOOKUP) return false;
  if (await viewerOfRequest(request.headers).catch(() => null)) return false;
  try {
    await limitLookups(request);
    return false;
  } catch (error) {
    if (!(error instanceof Problem) || !request.headers.accept?.includes('text/html')) throw error;
    const seconds = error.extra.retryAfterSeconds ?? '60';
    reply.code(429).headers({ ...headers, 'retry-after': seconds, 'cache-control': 'no-store' });
    reply.type('text/html; charset=utf-8').send(tooManyPage(seconds, nonce));
    return true;
  }
}

/** Path and query as the person sees them: Next's own `_rsc` marker left out. */
function withoutMarker(url: string): string {
  return url.replace(/([?&])_rsc=[^&]*&?/, '$1').replace(/[?&]$/, '');
}
