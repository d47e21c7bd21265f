import type { FastifyRequest } from 'fastify';
import type { KeyScope } from '@/server/auth/key-scopes';
import { type KeyHolder, verifiedKey, verifyKey } from '@/server/auth/verify-key';
import type { Viewer } from '@/server/auth/viewer';
import { viewerOfRequest } from '@/server/auth/viewer-of-request';
import { notFound, Problem } from '@/server/errors';
import type { Runtime } from '@/server/runtime';

/**
 * Who calls: the holder of a bearer key with the scope (who sees the whole nation), or a signed-in person (who sees
 * their subtree).
 * @throws Problem not-signed-in without either; not-found for a key without the scope, so that what exists stays unsaid.
 */
export async function callerOf(rt: Runtime, request: FastifyRequest, scope: KeyScope): Promise<Viewer> {
  const holder = await holderOf(rt, request);
  if (holder) {
    if (!holder.scopes.includes(scope)) throw notFound('This resource');
    return { id: `key:${holder.name}`, displayName: holder.name, role: 'STAFF', scope: '' };
  }
  const viewer = await viewerOfRequest(request.headers);
  if (!viewer) throw new Problem('not-signed-in', 'Send a bearer key or sign in.');
  // The log and the snapshot are of one piece; who may see a subtree only reads its areas instead.
  if (scope === 'feed:read' && viewer.scope !== '') throw notFound('This resource');
  return viewer;
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
export function callerNow(rt: Runtime, request: FastifyRequest, scope: KeyScope): boolean {
  const header = request.headers.authorization;
  if (!header?.startsWith('Bearer ')) return false;
  return verifiedKey(rt.db, header.slice(7))?.scopes.includes(scope) ?? false;
}
