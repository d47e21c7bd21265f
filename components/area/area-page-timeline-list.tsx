import { useTranslations } from 'next-intl';
import { shanghaiText } from '@/components/ui/shanghai-text';
import { ZonedTime } from '@/components/ui/zoned-time';
import classes from './area-page-events.module.css';
import { AreaEvidenceEvent } from './area-page-evidence-event';
import { AreaLevelEvent } from './area-page-level-event';
import { AreaPanel } from './area-page-panel';
import type { TimelineEvent } from './area-page-timeline';

/**
 * What happened, latest recorded first, each with the time it was recorded and the time it was so.
 * @param props.nameOf who acted, by actor id; null where the reader may not know
 * @param props.mayCorrect records that hold can be corrected and withdrawn from here
 */
export function AreaTimeline(props: {
  events: readonly TimelineEvent[];
  at: number;
  nameOf: (actorId: string) => string | null;
  mayCorrect: boolean;
}) {
  const { events, at, nameOf, mayCorrect } = props;
  const t = useTranslations('area.timeline');
  return (
    <AreaPanel id="timeline" title={t('title')} hint={t('hint')}>
      {events.length === 0 && <p>{t('empty')}</p>}
      <ol className={classes.events}>
        {events.map((event) => (
          <li key={event.key}>
            <p className={classes.when}>
              <ZonedTime at={event.recordedAt} now={at} />
            </p>
            <div>
              {event.kind === 'LEVEL' ? (
                <AreaLevelEvent event={event} />
              ) : (
                <AreaEvidenceEvent event={event} mayCorrect={mayCorrect} />
              )}
              <p className={classes.small}>
                {event.kind === 'LEVEL'
                  ? t('effective', {
                      time: shanghaiText(event.validAt, at, event.to === null),
                    })
                  : t('valid', {
                      time:
                        event.kind === 'INFECTION'
                          ? event.row.foundOn.slice(5)
                          : shanghaiText(event.validAt, at, true),
                    })}
                {nameOf(event.actorId) !== null && ` · ${t('by', { name: nameOf(event.actorId) ?? '' })}`}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </AreaPanel>
  );
}
