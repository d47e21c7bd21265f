import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/app/i18n/client-messages';
import { DashboardBoard } from '@/components/dashboard/dashboard-board';
import { KeepFresh } from '@/components/dashboard/keep-fresh';
import { FailedState } from '@/components/ui/failed-state';
import { may } from '@/domain/access/capabilities';
import { dashboard } from '@/server/areas/dashboard';
import { requireViewer } from '@/server/auth/current-viewer';
import type { Viewer } from '@/server/auth/viewer';
import { firstSteps } from '@/server/home/first-steps';
import { countyLevels } from '@/server/lookup/county-levels';
import { type Runtime, runtime } from '@/server/runtime';
import { jurisdiction } from '@/server/shell/jurisdiction';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dashboard'))('title') };
}

export default async function DashboardPage() {
  const viewer = await requireViewer();
  const t = await getTranslations('dashboard');
  const data = await load(runtime(), viewer).catch((reason: unknown) => {
    console.error(reason);
    return null;
  });
  return (
    <>
      <KeepFresh everySeconds={60} />
      {data ? (
        <ClientMessages use={['dashboard.table', 'level.long', 'ui.map', 'ui.state']}>
          <DashboardBoard {...data} mayCommand={may(viewer, 'designate')} />
        </ClientMessages>
      ) : (
        <FailedState title={t('failed')} text={t('failedText')} />
      )}
    </>
  );
}

async function load(rt: Runtime, viewer: Viewer) {
  const home = await jurisdiction(rt.db, viewer);
  const [values, steps] = await Promise.all([
    dashboard(rt, viewer, home?.code ?? null),
    firstSteps(rt, viewer),
  ]);
  const grounds = values.home && countyLevels(rt.lookup.index, values.home.code, values.at);
  return { values, grounds, steps };
}
