import { useTranslations } from 'next-intl';
import { RecordLink } from '@/components/area/record/record-link';
import { useSay } from '@/components/ui/use-say';
import type { RecordedInfection, RecordedScreening } from '@/domain/area/area-view';
import type { TimelineEvent } from '@/domain/area/timeline';
import { writeInstant } from '@/domain/time/say-instant';
import classes from './events.module.css';

type EvidenceEvent = Extract<TimelineEvent, { kind: 'INFECTION' | 'SCREENING' }>;

/** An infection or screening record that was made, corrected or withdrawn; officers correct it from here. */
export function AreaEvidenceEvent(props: { event: EvidenceEvent; meta: string; mayCorrect: boolean }) {
  const { event, meta, mayCorrect } = props;
  const t = useTranslations('area.timeline');
  const { reason, act, current, row } = event;
  return (
    <>
      <p className={classes.what} data-gone={!current || undefined}>
        {event.kind === 'INFECTION' ? (
          <Infection act={act} row={event.row} before={event.before} />
        ) : (
          <Screening act={act} row={event.row} before={event.before} />
        )}
        {!current && act !== 'WITHDRAWN' && <em>{t('gone')}</em>}
      </p>
      {reason !== '' && <p className={classes.small}>{t('reason', { reason })}</p>}
      <p className={classes.small}>{meta}</p>
      {mayCorrect && current && (
        <p className={classes.links}>
          <RecordLink dialog={event.kind === 'INFECTION' ? 'infection' : 'screening'} record={row.id}>
            {t('correct')}
          </RecordLink>
          <RecordLink dialog="withdraw" record={row.id}>
            {t('withdraw')}
          </RecordLink>
        </p>
      )}
    </>
  );
}

type Told<Row> = { act: EvidenceEvent['act']; row: Row; before: Row | null };

function Infection({ act, row, before }: Told<RecordedInfection>) {
  const t = useTranslations('area');
  const { sayDay } = useSay();
  const figures = (of: RecordedInfection) => ({ count: of.count, day: sayDay(of.foundOn) });
  const weight = (of: RecordedInfection) =>
    of.exclusion === null
      ? t('timeline.counts')
      : t(of.resetsClock ? 'timeline.excludedResets' : 'timeline.excluded', {
          why: t(`exclusion.${of.exclusion}`),
        });
  return (
    <>
      <span>{t(`timeline.infection.${act}`, figures(row))}</span>
      <strong>{weight(row)}</strong>
      {before && (
        <span className={classes.was}>
          {t('timeline.was')} {t('timeline.infection.RECORDED', figures(before))}，{weight(before)}
        </span>
      )}
    </>
  );
}

function Screening({ act, row, before }: Told<RecordedScreening>) {
  const t = useTranslations('area.timeline');
  const figures = ({ target, tested, positive }: RecordedScreening) => ({ target, tested, positive });
  const window = ({ from, to }: RecordedScreening) =>
    t('window', { from: writeInstant(from, to), to: writeInstant(to, from) });
  return (
    <>
      <span>{t(`screening.${act}`, figures(row))}</span>
      <span className={classes.small}>{window(row)}</span>
      {before && (
        <span className={classes.was}>
          {t('was')} {t('screening.RECORDED', figures(before))} {window(before)}
        </span>
      )}
    </>
  );
}
