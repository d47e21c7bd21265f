import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { freshness } from '@/server/lookup/freshness';
import type { Runtime } from '@/server/runtime';

/** A read before it is sent. */
export interface Read {
  /** Log cursor it reflects. */
  version: number;
  /** Instant it holds for (epoch ms). */
  asOf: number;
  /** At least one member. */
  body: object;
  /** What the tag is made of, where that is not the body itself. */
  tagged?: unknown;
}

/**
 * Send a read: `body` with `version`, `asOf` and its age, under an ETag of what it says; 304 when the caller has it.
 * The tag is weak, for the age and the instant of asking change by themselves; that an answer has turned stale is
 * part of it, so that nobody goes on trusting a 304.
 */
export function answerRead(rt: Runtime, request: FastifyRequest, reply: FastifyReply, read: Read) {
  const age = freshness(rt);
  const said = JSON.stringify(read.body);
  const tagged = read.tagged === undefined ? said : JSON.stringify(read.tagged);
  const hash = createHash('sha256').update(tagged).digest('base64url').slice(0, 16);
  const etag = `W/"${read.version}-${hash}${age.stale ? '-stale' : ''}"`;
  reply.header('etag', etag).header('cache-control', 'private, no-cache');
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  const head = { version: read.version, asOf: new Date(read.asOf).toISOString(), ...age };
  reply.type('application/json; charset=utf-8');
  return reply.send(`${JSON.stringify(head).slice(0, -1)},${said.slice(1)}`);
}

/** Whether an If-None-Match header names this tag (weak comparison, RFC 9110 §13.1.2). */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  const bare = etag.replace(/^W\//, '');
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === bare);
}
