import { stringifySetCookie } from 'cookie';
import type { NextRequest } from 'next/server';
import { LOCALE_COOKIE, localeOf } from '@/app/i18n/locales';
import { localPath } from '@/server/auth/local-path';
import { secureCookies } from '@/server/auth/session-token';
import { runtime } from '@/server/runtime';

const YEAR_S = 365 * 24 * 3_600;

/** `GET /locale?to=en&back=/areas`: keep the language for a year and go back, within this site only. */
export function GET(request: NextRequest): Response {
  const query = request.nextUrl.searchParams;
  const locale = localeOf(query.get('to') ?? undefined);
  const cookie = stringifySetCookie({
    name: LOCALE_COOKIE,
    value: locale,
    path: '/',
    maxAge: YEAR_S,
    sameSite: 'lax',
    secure: secureCookies(runtime().config),
  });
  return new Response(null, {
    status: 303,
    headers: {
      location: localPath(query.get('back')),
      'set-cookie': cookie,
      'cache-control': 'no-store',
    },
  });
}
