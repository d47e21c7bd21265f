import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ClientMessages } from '@/app/i18n/client-messages';
import { AreaPageBody } from '@/components/area/page/area-page';
import { endedOf } from '@/domain/area/timeline';
import { sayReason } from '@/domain/reason/say-reason';
import type { AreaPage } from '@/server/areas/area-page';
import { areaPage } from '@/server/areas/area-page';
import { requireViewer } from '@/server/auth/current-viewer';
import { Problem } from '@/server/errors';
import { runtime } from '@/server/runtime';
import {
  infectionAction,
  levelAction,
  screeningAction,
  upholdAction,
  withdrawAction,
  withdrawLevelAction,
} from './actions';

export const dynamic = 'force-dynamic';

interface Params {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string): Promise<AreaPage> => {
  const viewer = await requireViewer();
  try {
    return await areaPage(runtime(), viewer, id);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: (await load((await params).id)).detail.name };
}

export default async function AreaPageRoute({ params }: Params) {
  const { detail, history, versions, records, audit, ground, names, mayCommand } = await load(
    (await params).id,
  );
  const locale = await getLocale();
  const system = (await getTranslations('area.timeline'))('system');
  const nameOf = (actorId: string) =>
    names.get(actorId) ?? (actorId.startsWith('system:') && mayCommand ? system : null);
  const english = locale === 'en';
  const { sentence } = detail;
  // What the program recorded by itself it says in the reader's language.
  const inLocale = <Row extends { reason: string }>(row: Row): Row => ({
    ...row,
    reason: sayReason(row.reason, english ? 'en' : 'zh'),
  });
  const levels = history.map(inLocale);
  return (
    <ClientMessages
      use={
        mayCommand && detail.authority.own
          ? [
              'area.act',
              'area.basis',
              'area.count.event',
              'area.exclusion',
              'area.form',
              'area.infection',
              'area.kind',
              'area.level',
              'area.levelWord',
              'area.missing',
              'area.scheduled',
              'area.screening',
              'area.why.separator',
              'area.withdraw',
              'areas.new.whole',
            ]
          : []
      }
    >
      <AreaPageBody
        area={detail}
        said={sentence && (english ? sentence.en : sentence.zh)}
        ground={ground}
        ended={detail.level === null ? endedOf(levels, detail.at) : null}
        levels={levels}
        infections={records.infections.map(inLocale)}
        rounds={records.rounds}
        withdrawn={records.withdrawn.map(inLocale)}
        versions={versions.map(inLocale)}
        audit={audit?.map(inLocale) ?? null}
        nameOf={nameOf}
        mayAct={mayCommand && detail.authority.own}
        actions={{
          infection: infectionAction,
          screening: screeningAction,
          withdraw: withdrawAction,
          level: levelAction,
          withdrawLevel: withdrawLevelAction,
          uphold: upholdAction,
        }}
      />
    </ClientMessages>
  );
}
