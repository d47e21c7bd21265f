import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Runtime } from '@/server/runtime';

/** After this long without a word from the database an answer is called stale. */
const STALE_AFTER_SECONDS = 60;

/** How old an answer is: seconds since the database last confirmed the log cursor it reflects. */
export function freshness(rt: Runtime) {
  const dataAgeSeconds = Math.max(0, Math.round((Date.now() - rt.log.confirmedAt) / 1000));
  return { dataAgeSeconds, stale: dataAgeSeconds > STALE_AFTER_SECONDS };
}

/**
 * Send a read: `body` with `version`, `asOf` and its age, under an ETag of what it says; 304 when the caller has it.
 * The age and the instant of asking are not part of the tag: they change by themselves.
 */
export function answerRead(
  rt: Runtime,
  request: FastifyRequest,
  reply: FastifyReply,
  given: { version: number; asOf: number; body: object },
): FastifyReply {
  const said = JSON.stringify({ version: given.version, ...given.body });
  const etag = `"${given.version}-${createHash('sha256').update(said).digest('base64url').slice(0, 16)}"`;
  reply.header('etag', etag).header('cache-control', 'private, no-cache');
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  const head = { version: given.version, asOf: new Date(given.asOf).toISOString(), ...freshness(rt) };
  return reply.send({ ...head, ...given.body });
}

/** Whether an If-None-Match header names this tag (weak comparison, RFC 9110 §13.1.2). */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
