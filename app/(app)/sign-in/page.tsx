import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/app/i18n/client-messages';
import { SignInCard } from '@/components/sign-in/sign-in-card';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { currentViewer } from '@/server/auth/current-viewer';
import { pathAfterSignIn } from '@/server/auth/local-path';
import { secureCookies } from '@/server/auth/session-token';
import { runtime } from '@/server/runtime';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell'))('signIn') };
}

type Query = Record<string, string | string[] | undefined>;

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const jar = await cookies();
  const { config, drill } = runtime();
  const secure = secureCookies(config);
  const error = typeof query.error === 'string' ? query.error : null;
  // After a refusal next-auth remembers only in its cookie where the person wanted to go.
  const remembered = error ? jar.get(`${secure ? '__Secure-' : ''}next-auth.callback-url`)?.value : undefined;
  const next = pathAfterSignIn(query.next ?? query.callbackUrl ?? remembered);
  if (await currentViewer().catch(() => null)) redirect(next);

  const csrf = jar.get(`${secure ? '__Host-' : ''}next-auth.csrf-token`)?.value.split('|')[0];
  // A page may set no cookie; next-auth's own address sets it and comes straight back.
  const cookiesTried = query.callbackUrl !== undefined || error !== null;
  if (!csrf && !cookiesTried) redirect(`/api/auth/signin?callbackUrl=${encodeURIComponent(next)}`);
  return (
    <ClientMessages use={['auth', 'shell.language']}>
      <SignInCard drill={drill !== null}>
        <SignInForm csrfToken={csrf ?? ''} next={next} error={csrf ? error : 'cookies'} />
      </SignInCard>
    </ClientMessages>
  );
}
