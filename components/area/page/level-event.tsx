import { useTranslations } from 'next-intl';
import { LevelBadge } from '@/components/level/level-badge';
import type { TimelineEvent } from '@/domain/area/timeline';
import classes from './events.module.css';

type LevelEvent = Extract<TimelineEvent, { kind: 'LEVEL' }>;

/** A level that began, changed or ended. @param props.meta when it took effect, and who recorded it */
export function AreaLevelEvent({ event, meta }: { event: LevelEvent; meta: string }) {
  const t = useTranslations('area');
  const { from, to, cause, reason, noticeNo, calledThen } = event;
  const lowered = cause === 'LOWERED_BY_RULE' || cause === 'LOWERED_BY_DECISION';
  return (
    <>
      <p className={classes.what}>
        {from !== null && <LevelBadge level={from} short size="sm" />}
        {from !== null && <span aria-hidden="true">→</span>}
        {to !== null && <LevelBadge level={to} short size="sm" />}
        {to === null && from !== null && <span>{lowered ? t('timeline.lowered') : t('timeline.ended')}</span>}
        <strong>{t(`timeline.cause.${cause}`)}</strong>
        {noticeNo !== null && <span>{t('header.notice', { notice: noticeNo })}</span>}
        {calledThen !== null && <span>{t('timeline.calledThen', { name: calledThen })}</span>}
      </p>
      <p className={classes.small}>{t('timeline.reason', { reason })}</p>
      <p className={classes.small}>{meta}</p>
    </>
  );
}
