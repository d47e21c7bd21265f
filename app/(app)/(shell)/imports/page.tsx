import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/app/i18n/client-messages';
import { ImportDesk } from '@/components/imports/import-desk';
import { ImportHistory } from '@/components/imports/import-history';
import { ImportNotes } from '@/components/imports/import-notes';
import classes from '@/components/imports/imports.module.css';
import { FailedState } from '@/components/ui/failed-state';
import { PageHeader } from '@/components/ui/page-header';
import { requireAllowed } from '@/server/auth/current-viewer';
import { importNotes } from '@/server/ingest/import-notes';
import { listImports } from '@/server/ingest/list-imports';
import { runtime } from '@/server/runtime';
import { findDivisionsAction } from '../areas/find-divisions-action';
import { applyAction, rejectAction, resolveAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') };
}

type Query = Record<string, string | string[] | undefined>;

/** Lists in: the dry run, what waits for a decision, and what was imported. To all but officers it does not exist. */
export default async function ImportsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireAllowed('import-offer');
  const rt = runtime();
  const [{ held }, t, locale] = await Promise.all([searchParams, getTranslations('imports'), getLocale()]);
  const loaded = await Promise.all([listImports(rt, viewer), importNotes(rt, viewer)]).catch(report);
  const language = locale === 'en' ? 'en' : 'zh';
  const now = rt.clock.now();
  if (!loaded) return <FailedState title={t('failed')} text={t('failedText')} />;
  const [history, notes] = loaded;
  return (
    <ClientMessages
      use={[
        'imports.ahead',
        'imports.cancel',
        'imports.compared',
        'imports.decide',
        'imports.drop',
        'imports.fact',
        'imports.fault',
        'imports.figure',
        'imports.form',
        'imports.heldTitle',
        'imports.hold',
        'imports.lowNotDrawn',
        'imports.meaning',
        'imports.notes',
        'imports.nothingText',
        'imports.nothingTitle',
        'imports.offerTitle',
        'imports.outside',
        'imports.reading',
        'imports.retry',
        'imports.rowFailed',
        'imports.rowLoading',
        'imports.rowsLabel',
        'imports.section',
        'imports.sections',
        'imports.stated',
        'imports.unchanged',
        'areas.division',
        'level',
        'ui.state.loading',
      ]}
    >
      <div className={classes.page}>
        <PageHeader title={t('title')} sentence={t('intro')} />
        <ImportDesk
          key={String(held ?? '')}
          held={typeof held === 'string' ? held : null}
          now={now}
          apply={applyAction}
          reject={rejectAction}
        />
        <ImportHistory {...history} now={now} language={language} />
        <ImportNotes {...notes} language={language} find={findDivisionsAction} resolve={resolveAction} />
      </div>
    </ClientMessages>
  );
}

function report(reason: unknown): null {
  console.error(reason);
  return null;
}
