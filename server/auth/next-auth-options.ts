import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { runtime } from '@/server/runtime';
import type { KnownDevice } from './known-device';
import { localPath } from './local-path';
import { keptSecret, secureCookies } from './session-token';
import { SESSION_HOURS, signIn } from './sign-in';
import { signOut } from './sign-out';

/** Where a request to sign in comes from, and whom to tell when it has succeeded. */
export interface SignInFrom {
  readonly address: string | null;
  readonly device: KnownDevice | null;
  /** @param name the account's name as it is kept. */
  signedIn(name: string): void;
}

/**
 * next-auth carries a session id and nothing else: who that is and what they may do stands in the database, so that a
 * change of role acts on the next request (session.ts).
 */
export function nextAuthOptions(from: SignInFrom): NextAuthOptions {
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
          const { address, device } = from;
          const sent = { name: given?.name ?? '', password: given?.password ?? '', address, device };
          const done = await signIn(db, sent).catch(() => null);
          // next-auth shows the message of an error thrown here as `?error=` of the sign-in page.
          if (!done) throw new Error('unavailable');
          if (done.outcome === 'throttled') throw new Error(`throttled-${done.minutesLeft}`);
          if (done.outcome === 'busy') throw new Error('busy');
          if (done.outcome === 'wrong') return null;
          from.signedIn(done.name);
          return { id: done.sessionId };
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
