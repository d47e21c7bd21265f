import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { type Capability, may } from '@/domain/access/capabilities';
import { runtime } from '@/server/runtime';
import { pathAfterSignIn } from './local-path';
import { REQUEST_PATH_HEADER } from './request-path';
import { viewerOfSession } from './session';
import { sessionCookieName, sessionIdOfToken } from './session-token';
import type { Person } from './viewer';

/** The session id of the page request or action being answered; null without a valid cookie. */
export const currentSessionId = cache(async (): Promise<string | null> => {
  const jar = await cookies();
  const { config } = runtime();
  return sessionIdOfToken(config, jar.get(sessionCookieName(config))?.value);
});

/** Who asks, in pages and server actions; null when nobody is signed in. */
export const currentViewer = cache(async (): Promise<Person | null> => {
  const sessionId = await currentSessionId();
  return sessionId ? viewerOfSession(runtime().db, sessionId) : null;
});

/** Who asks; a person who is not signed in is sent to the sign-in page and back to this page after it. */
export async function requireViewer(): Promise<Person> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  const here = pathAfterSignIn((await headers()).get(REQUEST_PATH_HEADER));
  redirect(here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`);
}

/** Who asks, for a page of those who may do such a thing; to the others the page does not exist. */
export async function requireAllowed(capability: Capability): Promise<Person> {
  const viewer = await requireViewer();
  if (!may(viewer, capability)) notFound();
  return viewer;
}
