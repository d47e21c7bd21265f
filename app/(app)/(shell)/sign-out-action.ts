'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentSessionId } from '@/server/auth/current-viewer';
import { sessionCookieName } from '@/server/auth/session-token';
import { signOut } from '@/server/auth/sign-out';
import { runtime } from '@/server/runtime';

/** End the session for good and take its cookie away; the cookie goes also while the database refuses. */
export async function signOutAction(): Promise<void> {
  const { config, db } = runtime();
  const sessionId = await currentSessionId();
  if (sessionId) await signOut(db, sessionId).catch((error) => console.error(`Sign-out: ${String(error)}`));
  (await cookies()).delete(sessionCookieName(config));
  redirect('/sign-in');
}
