'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import classes from './language-switch.module.css';

/** The languages, each by its own name; the other one is a link that comes back to this page. */
export function LanguageSwitch() {
  const t = useTranslations('shell.language');
  const locale = useLocale();
  const query = useSearchParams().toString();
  const here = `${usePathname()}${query ? `?${query}` : ''}`;
  return (
    <nav className={classes.languages} aria-label={t('label')}>
      {(['zh-CN', 'en'] as const).map((to) =>
        to === locale ? (
          <span key={to} className={classes.language} lang={to} aria-current="true">
            {t(to)}
          </span>
        ) : (
          <a
            key={to}
            className={classes.language}
            lang={to}
            hrefLang={to}
            href={`/locale?to=${to}&back=${encodeURIComponent(here)}`}
          >
            {t(to)}
          </a>
        ),
      )}
    </nav>
  );
}
