import type { FastifyReply, FastifyRequest } from 'fastify';
import { bringsBody } from './pages/page-body';
import { problemDocument } from './problem';
import { problemOf } from './problem-of';

const RETRY_AFTER_SECONDS = 5;

/** Answer with the problem document of an error; only what is our own fault is logged. */
export function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  if (problem.kind === 'internal') request.log.error({ err: error, requestId: request.id }, 'request failed');
  const { status, body } = problemDocument(problem, request.url.split('?')[0] ?? '/', request.id);
  if (problem.kind === 'not-signed-in') reply.header('www-authenticate', 'Bearer realm="fengqu"');
  if (problem.kind === 'method-not-allowed') {
    if (!reply.hasHeader('allow')) reply.header('allow', 'GET, HEAD');
  }
  const { retryAfterSeconds } = problem.extra;
  if (retryAfterSeconds) reply.header('retry-after', retryAfterSeconds);
  if (problem.kind === 'temporarily-unavailable') reply.header('retry-after', RETRY_AFTER_SECONDS);
  // What is left of a body is not read: the connection cannot be used again.
  if (bringsBody(request.raw) && !request.raw.complete) reply.header('connection', 'close');
  reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
  return reply
    .code(status)
    .type('application/problem+json')
    .send(Buffer.from(JSON.stringify(body)));
}
