import { useTranslations } from 'next-intl';
import { LevelBadge } from '@/components/level/level-badge';
import { ZonedTime } from '@/components/ui/zoned-time';
import type { EndedView, GroundView } from '@/domain/area/area-view';
import classes from './area-page.module.css';
import { AreaPanel } from './panel';

/** An area at which no level stands: what ended, when and why, and what holds for the ground now. */
export function AreaEnded(props: { ended: EndedView | null; ground: GroundView | null; at: number }) {
  const { ended, ground, at } = props;
  const t = useTranslations('area');
  const unknown = ground === null || ground.level === 'UNKNOWN';
  return (
    <AreaPanel id="ended" title={t('ended.title')}>
      {ended === null ? (
        <p>{t('ended.never')}</p>
      ) : (
        <dl className={classes.list}>
          <dt>{t('ended.what')}</dt>
          <dd>
            <LevelBadge level={ended.level} /> <ZonedTime at={ended.since} now={at} /> –{' '}
            <ZonedTime at={ended.endedAt} now={at} />
          </dd>
          <dt>{t('ended.when')}</dt>
          <dd>
            <ZonedTime at={ended.endedAt} now={at} zone />
          </dd>
          <dt>{t('ended.recorded')}</dt>
          <dd>
            <ZonedTime at={ended.recordedAt} now={at} zone />
          </dd>
          <dt>{t('ended.cause')}</dt>
          <dd>{t(`timeline.cause.${ended.cause ?? 'RELEASED'}`)}</dd>
          <dt>{t('ended.why')}</dt>
          <dd>{ended.reason}</dd>
        </dl>
      )}
      <dl className={classes.list}>
        <dt>{t('ended.now')}</dt>
        <dd>
          <LevelBadge level={ground?.level ?? 'UNKNOWN'} />{' '}
          {unknown ? t('ended.unknown') : t('header.derived')}
        </dd>
      </dl>
    </AreaPanel>
  );
}
