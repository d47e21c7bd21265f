import type { IncomingHttpHeaders } from 'node:http';
import { runtime } from '@/server/runtime';
import { viewerOfSession } from './session';
import { sessionCookie } from './session-cookie';
import { sessionCookieName, sessionIdOfToken } from './session-token';
import type { Person } from './viewer';

/** Who asks, on the API: the staff session of the request's cookie; null without a valid one. */
export async function viewerOfRequest(headers: IncomingHttpHeaders): Promise<Person | null> {
  const { config, db } = runtime();
  const { token } = sessionCookie(headers.cookie, sessionCookieName(config));
  const sessionId = await sessionIdOfToken(config, token);
  return sessionId ? viewerOfSession(db, sessionId) : null;
}
