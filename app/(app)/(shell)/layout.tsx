import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/i18n/client-messages';
import { AppShell } from '@/components/shell/app-shell';
import type { NavPlace } from '@/components/shell/main-nav';
import { NAV_COOKIE } from '@/components/shell/shell-names';
import { UserMenu } from '@/components/shell/user-menu';
import { may } from '@/domain/access/capabilities';
import { requireViewer } from '@/server/auth/current-viewer';
import type { Viewer } from '@/server/auth/viewer';
import { runtime } from '@/server/runtime';
import { type Jurisdiction, jurisdiction } from '@/server/shell/jurisdiction';
import { shellStatus } from '@/server/shell/shell-status';
import { signOutAction } from './sign-out-action';

export const dynamic = 'force-dynamic';

/** The name could not be read: nothing is shown, least of all the whole nation. */
const UNREAD: Jurisdiction = { code: '', name: '' };

// A layout is not rendered again when a person moves between pages, so each page asks `requireViewer` for itself too.
export default async function ShellLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const rt = runtime();
  const [status, place, jar, t] = await Promise.all([
    shellStatus(rt),
    jurisdiction(rt.db, viewer).catch(() => UNREAD),
    cookies(),
    getTranslations('shell'),
  ]);
  return (
    <ClientMessages use={['shell.nav', 'shell.search', 'shell.clock', 'shell.language', 'ui.state']}>
      <AppShell
        jurisdiction={nameOf(place, t)}
        places={placesOf(viewer)}
        status={status}
        collapsed={jar.get(NAV_COOKIE)?.value === 'collapsed'}
        userMenu={<UserMenu displayName={viewer.displayName} role={viewer.role} signOut={signOutAction} />}
      >
        {children}
      </AppShell>
    </ClientMessages>
  );
}

function nameOf(place: Jurisdiction | null, t: Awaited<ReturnType<typeof getTranslations<'shell'>>>): string {
  if (place === UNREAD) return '';
  return place ? t('jurisdiction', { name: place.name }) : t('nation');
}

function placesOf(viewer: Viewer): NavPlace[] {
  const places: NavPlace[] = ['dashboard', 'areas'];
  if (may(viewer, 'import-offer')) places.push('imports');
  places.push('lookup');
  if (may(viewer, 'account-manage')) places.push('admin');
  return places;
}
