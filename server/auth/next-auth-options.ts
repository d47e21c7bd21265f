import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { runtime } from '@/server/runtime';
import { localPath } from './local-path';
import { keptSecret, secureCookies } from './session-token';
import { SESSION_HOURS, signIn } from './sign-in';
import { signOut } from './sign-out';

/**
 * next-auth carries a session id and nothing else: who that is and what they may do stands in the database, so that a
 * change of role acts on the next request (session.ts).
 */
export function nextAuthOptions(): NextAuthOptions {
  const { config, db } = runtime();
  return {
    secret: keptSecret(config),
    useSecureCookies: secureCookies(config),
    session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3_600 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      Credentials({
        credentials: { name: { type: 'text' }, password: { type: 'password' } },
        authorize: async (given) => {
          const done = await signIn(db, { name: given?.name ?? '', password: given?.password ?? '' }).catch(
            () => null,
          );
          // next-auth shows the message of an error thrown here as `?error=` of the sign-in page.
          if (!done) throw new Error('unavailable');
          if (done.outcome === 'throttled') throw new Error(`throttled-${done.minutesLeft}`);
          return done.outcome === 'signed-in' ? { id: done.sessionId } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        localPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await signOut(db, token.sid);
      },
    },
    logger: { error: (code) => console.error(`Sign-in: ${code}`), warn: () => {}, debug: () => {} },
  };
}
