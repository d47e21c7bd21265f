import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import classes from './first-steps.module.css';

/** What an administrator has yet to do, or has done; as server/home/first-steps gives it. */
export interface FirstStepsValues {
  readonly home: { readonly code: string; readonly name: string } | 'unsaid' | null;
  readonly mayName: boolean;
  readonly accounts: number;
}

/** The way from an empty deployment to one that others can work with. */
export function FirstSteps({ home, mayName, accounts }: FirstStepsValues) {
  const t = useTranslations('dashboard.steps');
  const said = home !== 'unsaid';
  return (
    <ol className={classes.steps}>
      <Step done={said}>
        {said ? (home ? t('homeIs', { name: home.name }) : t('homeNone')) : t('homeUnsaid')}{' '}
        {mayName && <Link href="/admin#home">{said ? t('change') : t('say')}</Link>}
      </Step>
      <Step done={accounts > 0}>
        {t('accounts', { count: accounts })} <Link href="/admin#accounts">{t('makeAccounts')}</Link>
      </Step>
      <Step done={false}>{t('areas')}</Step>
    </ol>
  );
}

function Step({ done, children }: { done: boolean; children: ReactNode }) {
  const t = useTranslations('dashboard.steps');
  const Icon = done ? IconCircleCheck : IconCircle;
  return (
    <li data-done={done || undefined}>
      <Icon size={20} stroke={1.6} role="img" aria-label={done ? t('done') : t('open')} />
      <span>{children}</span>
    </li>
  );
}
