import { may } from '@/domain/access/capabilities';
import type { Viewer } from '@/server/auth/viewer';
import type { Runtime } from '@/server/runtime';
import { homeDivision, type NamedDivision } from './home-division';

/** What an administrator has yet to do, or has done, before others can work. */
export interface FirstSteps {
  /** The headquarters' own division; 'unsaid' while nobody has said it; null when it was said that there is none. */
  readonly home: NamedDivision | 'unsaid' | null;
  /** Whether the administrator may say it. */
  readonly mayName: boolean;
  /** Accounts in use besides administrators, within the administrator's reach. */
  readonly accounts: number;
}

/** The first steps of this deployment; null for all but administrators, and in a drill, which brings what it needs. */
export async function firstSteps(
  rt: Pick<Runtime, 'db' | 'drill'>,
  viewer: Viewer,
): Promise<FirstSteps | null> {
  if (rt.drill || !may(viewer, 'account-manage')) return null;
  const within = viewer.scope === '' ? {} : { division: { path: { startsWith: viewer.scope } } };
  const [home, accounts] = await Promise.all([
    homeDivision(rt.db),
    rt.db.prisma.userAccount.count({ where: { active: true, role: { not: 'ADMIN' }, ...within } }),
  ]);
  return { home: home === undefined ? 'unsaid' : home, mayName: may(viewer, 'home-set'), accounts };
}
