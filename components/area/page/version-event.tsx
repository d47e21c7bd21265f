import { useTranslations } from 'next-intl';
import type { RecordedVersion } from '@/domain/area/area-view';
import type { TimelineEvent } from '@/domain/area/timeline';
import classes from './events.module.css';

type VersionEvent = Extract<TimelineEvent, { kind: 'VERSION' }>;

/** Another name, place, kind or population. @param props.meta when it took effect, and who recorded it */
export function AreaVersionEvent({ event, meta }: { event: VersionEvent; meta: string }) {
  const t = useTranslations('area');
  const { cause, reason, before, row } = event;
  const place = (version: RecordedVersion) => version.path.join('') || version.writtenPath;
  const what = (version: RecordedVersion) => {
    if (cause === 'MOVED' || cause === 'RESOLVED') return place(version);
    if (cause !== 'RESTATED') return version.name;
    const { kind, population } = version;
    const persons = population === null ? '' : ` · ${t('facts.persons', { count: population })}`;
    return `${t(`kind.${kind}`)}${persons}`;
  };
  const [was, is] = [what(before), what(row)];
  return (
    <>
      <p className={classes.what}>
        <strong>{t(`timeline.version.${cause}`)}</strong>
        <span>{was === is ? is : `${was} → ${is}`}</span>
      </p>
      {reason !== '' && <p className={classes.small}>{t('timeline.reason', { reason })}</p>}
      <p className={classes.small}>{meta}</p>
    </>
  );
}
