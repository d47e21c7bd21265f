import { Button } from '@mantine/core';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/app/i18n/client-messages';
import { AreaList } from '@/components/area-list/area-list';
import { listParams } from '@/components/area-list/list-query';
import { FailedState } from '@/components/ui/failed-state';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/domain/access/capabilities';
import { requireViewer } from '@/server/auth/current-viewer';
import { runtime } from '@/server/runtime';
import { findDivisionsAction } from './find-divisions-action';
import { type AreaListData, loadAreaList } from './load-area-list';

type Params = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('areas'))('title') };
}

export default async function AreasPage({ searchParams }: { searchParams: Params }) {
  const viewer = await requireViewer();
  const t = await getTranslations('areas');
  const given = Object.entries(await searchParams).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat()[0] ?? '']],
  );
  const data = await loadAreaList(runtime(), viewer, new URLSearchParams(given)).catch(report);
  const csv = data && `/areas/csv?${listParams({ ...data.query, page: 1 })}`;
  const actions = (
    <>
      {csv && data.total > 0 && (
        <Button
          component="a"
          href={csv}
          download
          size="xs"
          variant="default"
          leftSection={<IconDownload size={15} />}
        >
          {t('download')}
        </Button>
      )}
      {may(viewer, 'designate') && (
        <Button component="a" href="/areas/new" size="xs" leftSection={<IconPlus size={15} />}>
          {t('designate')}
        </Button>
      )}
    </>
  );
  return (
    <>
      <PageHeader title={t('title')} actions={actions} />
      {data ? (
        <ClientMessages use={['areas.division', 'areas.due', 'areas.filter', 'level.long']}>
          <AreaList {...data} find={findDivisionsAction} mayCommand={may(viewer, 'designate')} />
        </ClientMessages>
      ) : (
        <FailedState title={t('failed')} text={t('failedText')} />
      )}
    </>
  );
}

function report(reason: unknown): AreaListData | null {
  console.error(reason);
  return null;
}
