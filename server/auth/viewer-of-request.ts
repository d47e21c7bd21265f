import type { IncomingHttpHeaders } from 'node:http';
import { runtime } from '@/server/runtime';
import { viewerOfSession } from './session';
import { sessionCookieName, sessionIdOfToken } from './session-token';
import type { Viewer } from './viewer';

/** Who asks, on the API: the staff session of the request's cookie; null without a valid one. */
export async function viewerOfRequest(headers: IncomingHttpHeaders): Promise<Viewer | null> {
  const { config, db } = runtime();
  const sessionId = await sessionIdOfToken(config, cookieOf(headers.cookie, sessionCookieName(config)));
  return sessionId ? viewerOfSession(db, sessionId) : null;
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, ...value] = pair.split('=');
    if (key?.trim() === name) return value.join('=').trim();
  }
  return undefined;
}
