import { viewerOfSession } from '@/server/auth/session';
import { signIn } from '@/server/auth/sign-in';
import { signOut } from '@/server/auth/sign-out';
import type { Person } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { StartupError } from '@/server/startup-error';

/**
 * The person who acts at the console: whoever knows the account's password. They are signed in for as long as it takes
 * to learn who they are, so the throttle and the audit trail see it as every other sign-in.
 * @throws StartupError when they are not signed in.
 */
export async function personAtConsole(db: Database, name: string, password: string): Promise<Person> {
  const done = await signIn(db, { name, password });
  if (done.outcome !== 'signed-in') throw new StartupError(`Not signed in as ${name} (${done.outcome}).`);
  try {
    const viewer = await viewerOfSession(db, done.sessionId);
    if (!viewer) throw new StartupError(`The account ${name} is switched off.`);
    return viewer;
  } finally {
    await signOut(db, done.sessionId);
  }
}
