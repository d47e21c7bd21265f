import { decode } from 'next-auth/jwt';
import type { Config } from '@/server/config';
import { processWide } from '@/server/process-wide';
import { sessionSecret } from './session-secret';

type Sealing = Pick<Config, 'SESSION_SECRET' | 'DATA_DIR'>;

/** Cookies are marked `Secure` exactly when the public address is https. */
export function secureCookies(config: Pick<Config, 'PUBLIC_URL'>): boolean {
  return config.PUBLIC_URL?.startsWith('https://') ?? false;
}

/** The name next-auth gives the cookie that carries the session token. */
export function sessionCookieName(config: Pick<Config, 'PUBLIC_URL'>): string {
  return `${secureCookies(config) ? '__Secure-' : ''}next-auth.session-token`;
}

/** The secret, read once a process. */
export function keptSecret(config: Sealing): string {
  return processWide(`secret:${config.DATA_DIR}`, () => sessionSecret(config));
}

/** The session id sealed in the token; null for a forged, expired or empty one. */
export async function sessionIdOfToken(config: Sealing, token: string | undefined): Promise<string | null> {
  if (!token) return null;
  try {
    const claims = await decode({ token, secret: keptSecret(config) });
    return typeof claims?.sid === 'string' ? claims.sid : null;
  } catch {
    return null;
  }
}
