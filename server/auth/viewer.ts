import { liesIn } from '@/domain/division/lies-in';
import type { Role } from '@/server/db/generated/enums';
import { notFound } from '@/server/errors';

/** Who asks: a signed-in person, or the system itself for jobs and imports run at the console. */
export interface Viewer {
  /** User id, or `system:<what>`. */
  readonly id: string;
  readonly displayName: string;
  readonly role: Role;
  /** The subtree this person works in: division path prefix such as `370000/370700/`; '' means the whole nation. */
  readonly scope: string;
}

const MAY = {
  /** Designate, raise, lower, record infections and rounds. */
  command: ['ADMIN', 'OFFICER'],
  /** Offer a list for its dry run, see what lists left, and say where an unresolved place lies. */
  import: ['ADMIN', 'OFFICER'],
  /** Apply, confirm or set aside a list: besides the role, all the ground it speaks of must be in reach. */
  decideList: ['ADMIN', 'OFFICER'],
  administer: ['ADMIN'],
  read: ['ADMIN', 'OFFICER', 'STAFF', 'PRESS'],
} satisfies Record<string, Role[]>;

export type Action = keyof typeof MAY;

/** Whether the viewer's role allows the action at all. */
export function may(viewer: Pick<Viewer, 'role'>, action: Action): boolean {
  return (MAY[action] as Role[]).includes(viewer.role);
}

/**
 * Refuse unless role and subtree both allow the action.
 * @param path division path the action touches; null (an unresolved place) is open to nation-wide viewers only.
 * @throws Problem not-found: an outsider cannot tell a forbidden place from a missing one.
 */
export function assertMay(viewer: Viewer, action: Action, path: string | null, what: string): void {
  if (!liesIn(path, viewer.scope) || !may(viewer, action)) throw notFound(what);
}

/** The viewer for work the system does by itself. */
export function systemViewer(what: string): Viewer {
  return { id: `system:${what}`, displayName: 'Fengqu', role: 'ADMIN', scope: '' };
}
