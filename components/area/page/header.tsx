import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LevelBadge } from '@/components/level/level-badge';
import { type Crumb, PageHeader } from '@/components/ui/page-header';
import { ZonedTime } from '@/components/ui/zoned-time';
import type { AreaView, GroundView } from '@/domain/area/area-view';
import classes from './area-page.module.css';

/** Top of the page: where, what, which level since when by which notice, and the sentence that can be read aloud. */
export function AreaHeader(props: {
  area: AreaView;
  ground: GroundView | null;
  sentence: string;
  actions: ReactNode;
}) {
  const { area, ground, sentence, actions } = props;
  return (
    <div className={classes.panel}>
      <PageHeader
        title={area.name}
        path={crumbsOf(area)}
        beside={<Beside area={area} ground={ground} />}
        sentence={sentence}
      />
      {actions}
    </div>
  );
}

function Beside({ area, ground }: { area: AreaView; ground: GroundView | null }) {
  const t = useTranslations('area');
  const { level, since, noticeNo, at, decision } = area;
  const never = level === null && decision !== null && decision.endedAt === null;
  return (
    <>
      {level !== null && <LevelBadge level={level} />}
      {level === null && (
        <>
          <strong className={classes.tag}>{never ? t('header.never') : t('header.ended')}</strong>
          <LevelBadge level={ground?.level ?? 'UNKNOWN'} />
          <span className={classes.muted}>{t('header.derived')}</span>
        </>
      )}
      <span className={classes.muted}>
        {since !== null &&
          t.rich('header.since', {
            time: () => <ZonedTime key="since" at={since} now={at} zone />,
          })}
        {noticeNo !== null && ` · ${t('header.notice', { notice: noticeNo })}`}
        {` · ${t(`kind.${area.kind}`)}`}
      </span>
      {area.drill && <strong className={classes.drill}>{t('drill')}</strong>}
    </>
  );
}

function crumbsOf({ division, writtenPath }: AreaView): Crumb[] {
  if (division === null) return [{ label: writtenPath }];
  return division.steps.map(({ code, name }) => ({ label: name, href: `/areas?division=${code}` }));
}
