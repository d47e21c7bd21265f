import { type Capability, mayAt, type Role } from '@/domain/access/capabilities';
import { notFound } from '@/server/errors';

interface Named {
  /** As the audit trail names them: a user's id, `key:<name>`, or `system:<what>`. */
  readonly id: string;
  readonly displayName: string;
  /** The subtree they are bounded to: division path prefix such as `370000/370700/`; '' means the whole nation. */
  readonly scope: string;
}

/** A signed-in person. */
export interface Person extends Named {
  readonly kind: 'person';
  readonly role: Role;
}

/** A consuming system, by its key; it may do what the key was made for and nothing else. */
export interface KeyBearer extends Named {
  readonly kind: 'key';
  readonly scopes: readonly string[];
}

/** This system itself: jobs, drills, and commands at the console. */
export interface System extends Named {
  readonly kind: 'system';
}

/** Who asks or acts. */
export type Viewer = Person | KeyBearer | System;

/**
 * Refuse unless the viewer may do such a thing there.
 * @param path division path of what is touched; null (an unresolved place) is open to nation-wide viewers only.
 * @param what the thing, as the refusal names it.
 * @throws Problem not-found: an outsider cannot tell a forbidden place from a missing one.
 */
export function assertMay(viewer: Viewer, capability: Capability, path: string | null, what: string): void {
  if (!mayAt(viewer, capability, path)) throw notFound(what);
}

/** The viewer for work the system does by itself. */
export function systemViewer(what: string): System {
  return { kind: 'system', id: `system:${what}`, displayName: 'Fengqu', scope: '' };
}

/** The system where it records what somebody did as nobody's viewer, such as signing in: the line bears their id. */
export function inTheNameOf(id: string): System {
  return { ...systemViewer('record'), id };
}
