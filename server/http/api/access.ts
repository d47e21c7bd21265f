import type { FastifyRequest } from 'fastify';
import { type Capability, may } from '@/domain/access/capabilities';
import { type KeyHolder, verifiedKey, verifyKey } from '@/server/auth/verify-key';
import type { KeyBearer, Viewer } from '@/server/auth/viewer';
import { viewerOfRequest } from '@/server/auth/viewer-of-request';
import { notFound, Problem } from '@/server/errors';
import type { Runtime } from '@/server/runtime';

/**
 * Who calls: the holder of a bearer key (who sees the whole nation), or a signed-in person (who sees their subtree).
 * @throws Problem not-signed-in without either; not-found without the capability, so that what exists stays unsaid.
 */
export async function callerOf(
  rt: Runtime,
  request: FastifyRequest,
  capability: Capability,
): Promise<Viewer> {
  const holder = await holderOf(rt, request);
  const viewer = holder ? bearerOf(holder) : await viewerOfRequest(request.headers);
  if (!viewer) throw new Problem('not-signed-in', 'Send a bearer key or sign in.');
  if (!may(viewer, capability)) throw notFound('This resource');
  return viewer;
}

function bearerOf({ name, scopes }: KeyHolder): KeyBearer {
  return { kind: 'key', id: `key:${name}`, displayName: name, scopes, scope: '' };
}

/** The holder of the key the request bears; null when it bears none. @throws Problem not-signed-in for an unknown one. */
export async function holderOf(rt: Runtime, request: FastifyRequest): Promise<KeyHolder | null> {
  const header = request.headers.authorization;
  if (header === undefined) return null;
  const [, bearer] = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(header) ?? [];
  const holder = bearer ? await verifyKey(rt.db, bearer) : null;
  if (!holder) throw new Problem('not-signed-in', 'The key is unknown or revoked.');
  return holder;
}

/**
 * Whether the caller holds a key with the scope that was verified a moment ago: known without asking, so that a
 * look-up need not wait. False says nothing; ask `callerOf` then.
 */
export function callerNow(rt: Runtime, request: FastifyRequest, capability: Capability): boolean {
  const header = request.headers.authorization;
  if (!header?.startsWith('Bearer ')) return false;
  const holder = verifiedKey(rt.db, header.slice(7));
  return holder !== undefined && may({ kind: 'key', scopes: holder.scopes, scope: '' }, capability);
}
