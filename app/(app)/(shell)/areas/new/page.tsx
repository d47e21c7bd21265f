import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DesignationFormLazy } from '@/components/designation/designation-form-lazy';
import classes from '@/components/designation/designation-page.module.css';
import { PageHeader } from '@/components/ui/page-header';
import { dayOf, startOfDay } from '@/domain/time/shanghai';
import { requireAllowed } from '@/server/auth/current-viewer';
import { runtime } from '@/server/runtime';
import { findDivisionsAction } from '../find-divisions-action';
import { designateAction } from './designate-action';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('areas.new'))('title') };
}

export default async function NewAreaPage() {
  await requireAllowed('command');
  const t = await getTranslations('areas');
  const now = runtime().clock.now();
  const day = dayOf(now);
  const hour = Math.floor((now - startOfDay(day)) / 3_600_000);
  return (
    <div className={classes.page}>
      <PageHeader title={t('new.title')} path={[{ label: t('title'), href: '/areas' }]} />
      <div className={classes.panel}>
        <DesignationFormLazy
          now={now}
          begin={{ day, hour }}
          find={findDivisionsAction}
          designate={designateAction}
        />
      </div>
    </div>
  );
}
