import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ShellStatus } from '@/domain/time/shell-status';
import { LanguageSwitch } from './language-switch';
import { MainNav, type NavPlace } from './main-nav';
import { NavToggle } from './nav-toggle';
import { SearchBox } from './search-box';
import classes from './shell.module.css';
import { SHELL_ID } from './shell-names';
import { TickingClock } from './ticking-clock';

/**
 * What stands around every staff page: navigation, look-up box, clock, age of the data, language, person. The page's
 * own content becomes the main landmark.
 * @param props.jurisdiction name of the division the person works for
 * @param props.collapsed whether the navigation was left as icons
 */
export function AppShell(props: {
  jurisdiction: string;
  places: readonly NavPlace[];
  status: ShellStatus;
  collapsed: boolean;
  userMenu: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('shell');
  return (
    <div id={SHELL_ID} className={classes.shell} data-collapsed={props.collapsed ? '' : undefined}>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      <nav className={classes.side} aria-label={t('nav.label')}>
        <p className={classes.brand}>
          <strong>{t('product')}</strong>
          <span>{props.jurisdiction}</span>
        </p>
        <MainNav places={props.places} />
        <NavToggle collapsed={props.collapsed} />
      </nav>
      <header className={classes.top}>
        <p className={classes.topBrand}>
          <strong>{t('product')}</strong>
          <span>{props.jurisdiction}</span>
        </p>
        <SearchBox />
        <TickingClock status={props.status} />
        <div className={classes.languages}>
          <LanguageSwitch />
        </div>
        <div className={classes.user}>{props.userMenu}</div>
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        {props.children}
      </main>
    </div>
  );
}
