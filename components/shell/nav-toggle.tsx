'use client';

import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import classes from './nav.module.css';
import { NAV_COOKIE, SHELL_ID } from './shell-names';

/** Collapse the navigation to icons, or open it; kept in a cookie so that the next page comes as it was left. */
export function NavToggle({ collapsed: given }: { collapsed: boolean }) {
  const t = useTranslations('shell.nav');
  const [collapsed, setCollapsed] = useState(given);
  const toggle = () => {
    const next = !collapsed;
    setCollapsed(next);
    document.getElementById(SHELL_ID)?.toggleAttribute('data-collapsed', next);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox before 140.
    document.cookie = `${NAV_COOKIE}=${next ? 'collapsed' : 'open'}; path=/; max-age=31536000; samesite=lax`;
  };
  const Icon = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const label = collapsed ? t('expand') : t('collapse');
  return (
    <button
      type="button"
      className={classes.toggle}
      onClick={toggle}
      aria-expanded={!collapsed}
      aria-controls="main-nav"
      title={label}
    >
      <Icon size={20} stroke={1.6} aria-hidden="true" />
      <span className={classes.label}>{label}</span>
    </button>
  );
}
