import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '@/components/shell/language-switch';
import classes from './sign-in.module.css';

/** The page around the sign-in form: what this is, whether it is a drill, and the languages. */
export function SignInCard({ drill, children }: { drill: boolean; children: ReactNode }) {
  const t = useTranslations('auth');
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <LanguageSwitch />
      </header>
      <main className={classes.card}>
        <p className={classes.brand}>
          <strong>{t('product')}</strong>
          {drill && <span className={classes.drill}>{t('drill')}</span>}
        </p>
        <h1>{t('title')}</h1>
        {children}
      </main>
    </div>
  );
}
