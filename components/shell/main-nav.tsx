'use client';

import {
  IconFileImport,
  IconLayoutDashboard,
  IconMapPin,
  IconSearch,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import classes from './nav.module.css';

/** The pages of the shell; a place appears here once its page exists. */
export type NavPlace = 'dashboard' | 'areas' | 'imports' | 'lookup' | 'admin';

const PLACES: Record<NavPlace, { href: string; Icon: TablerIcon }> = {
  dashboard: { href: '/', Icon: IconLayoutDashboard },
  areas: { href: '/areas', Icon: IconMapPin },
  imports: { href: '/imports', Icon: IconFileImport },
  lookup: { href: '/lookup', Icon: IconSearch },
  admin: { href: '/admin', Icon: IconSettings },
};

/** The places of the main navigation: a column at the left, a row of tabs at the bottom of a phone. */
export function MainNav({ places }: { places: readonly NavPlace[] }) {
  const t = useTranslations('shell.nav');
  const path = usePathname();
  return (
    <ul id="main-nav" className={classes.nav}>
      {places.map((place) => {
        const { href, Icon } = PLACES[place];
        const here = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
        return (
          <li key={place} className={classes.place} data-place={place}>
            <Link
              href={href}
              prefetch={false}
              className={classes.link}
              aria-current={here ? 'page' : undefined}
              title={t(place)}
            >
              <Icon size={20} stroke={1.6} aria-hidden="true" />
              <span className={classes.label}>{t(place)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
