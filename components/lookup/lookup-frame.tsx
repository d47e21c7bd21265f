import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import classes from './lookup-frame.module.css';

/**
 * The page around an answer.
 * @param props.age how old the data is
 * @param props.here the address of this page, for coming back from the other language
 * @param props.home whether to offer the way to the staff's pages
 */
export function LookupFrame(props: {
  drill: boolean;
  age: ReactNode;
  form: ReactNode;
  here: string;
  home: boolean;
  source: ReactNode;
  children: ReactNode;
}) {
  const { drill, age, form, here, home, source, children } = props;
  const t = useTranslations('lookup');
  return (
    <>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      <header className={classes.head}>
        <div className={classes.inner}>
          <div className={classes.line}>
            <p className={classes.brand}>
              <a href="/lookup">{t('title')}</a>
              {drill && <strong className={classes.drill}>{t('drill')}</strong>}
            </p>
            {age}
          </div>
          {form}
        </div>
      </header>
      <main id="main" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={classes.foot}>
        {source}
        <p>{t('source.foot')}</p>
        <div className={classes.links}>
          {home && <a href="/">{t('home')}</a>}
          <LookupLanguages here={here} />
        </div>
      </footer>
    </>
  );
}

/** The languages by their own names; the other one is a link that comes back here. */
function LookupLanguages({ here }: { here: string }) {
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
