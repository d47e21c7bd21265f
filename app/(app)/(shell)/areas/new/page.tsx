import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/app/i18n/client-messages';
import { DesignationFormLazy } from '@/components/designation/designation-form-lazy';
import classes from '@/components/designation/designation-page.module.css';
import { PageHeader } from '@/components/ui/page-header';
import { hourToBegin } from '@/domain/time/hour-input';
import { requireAllowed } from '@/server/auth/current-viewer';
import { runtime } from '@/server/runtime';
import { findDivisionsAction } from '../find-divisions-action';
import { designateAction } from './designate-action';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('areas.new'))('title') };
}

export default async function NewAreaPage() {
  await requireAllowed('designate');
  const t = await getTranslations('areas');
  const now = runtime().clock.now();
  return (
    <div className={classes.page}>
      <PageHeader title={t('new.title')} path={[{ label: t('title'), href: '/areas' }]} />
      <div className={classes.panel}>
        <ClientMessages
          use={['area.form', 'areas.division', 'areas.kind', 'areas.new', 'level.long', 'ui.state.loading']}
        >
          <DesignationFormLazy
            now={now}
            begin={hourToBegin(now, null)}
            find={findDivisionsAction}
            designate={designateAction}
          />
        </ClientMessages>
      </div>
    </div>
  );
}
