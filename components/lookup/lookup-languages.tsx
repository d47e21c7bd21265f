import { useLocale, useTranslations } from 'next-intl';
import classes from './lookup-frame.module.css';

/** The languages by their own names; the other one is a link that comes back here. */
export function LookupLanguages({ here }: { here: string }) {
  const t = useTranslations('lookup.language');
  const locale = useLocale();
  return (
    <nav className={classes.languages} aria-label={t('label')}>
      {(['zh-CN', 'en'] as const).map((to) =>
        to === locale ? (
          <span key={to} lang={to} aria-current="true">
            {t(to)}
          </span>
        ) : (
          <a key={to} lang={to} hrefLang={to} href={`/locale?to=${to}&back=${encodeURIComponent(here)}`}>
            {t(to)}
          </a>
        ),
      )}
    </nav>
  );
}
