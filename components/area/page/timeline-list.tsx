import { useTranslations } from 'next-intl';
import { ZonedTime } from '@/components/ui/zoned-time';
import type { TimelineEvent } from '@/domain/area/timeline';
import { writeInstant } from '@/domain/time/say-instant';
import classes from './events.module.css';
import { AreaEvidenceEvent } from './evidence-event';
import { AreaLevelEvent } from './level-event';
import { AreaPanel } from './panel';
import { AreaVersionEvent } from './version-event';

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
  const metaOf = (event: TimelineEvent) => {
    const name = nameOf(event.actorId);
    return `${whenOf(event)}${name === null ? '' : ` · ${name}`}`;
  };
  const whenOf = (event: TimelineEvent) => {
    if (event.kind === 'INFECTION') return t('valid', { time: event.row.foundOn.slice(5) });
    if (event.kind === 'SCREENING') return t('valid', { time: writeInstant(event.validAt, at) });
    return t('effective', { time: writeInstant(event.validAt, at) });
  };
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
              {event.kind === 'LEVEL' && <AreaLevelEvent event={event} meta={metaOf(event)} />}
              {event.kind === 'VERSION' && <AreaVersionEvent event={event} meta={metaOf(event)} />}
              {(event.kind === 'INFECTION' || event.kind === 'SCREENING') && (
                <AreaEvidenceEvent event={event} meta={metaOf(event)} mayCorrect={mayCorrect} />
              )}
            </div>
          </li>
        ))}
      </ol>
    </AreaPanel>
  );
}
