import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from './action-form';
import type { FormAction } from './action-state';
import classes from './admin.module.css';

/** The clock of a drill, for the administrator: forward by an hour or a day, stop, run on. */
export function DrillClockPanel({ paused, move }: { paused: boolean; move: FormAction }) {
  const t = useTranslations('admin.clock');
  return (
    <section className={classes.panel} aria-labelledby="clock-title">
      <h2 id="clock-title">{t('title')}</h2>
      <p>{t('text')}</p>
      <ActionForm action={move} className={classes.row}>
        <SubmitButton name="move" value="hour">
          {t('hour')}
        </SubmitButton>
        <SubmitButton name="move" value="day">
          {t('day')}
        </SubmitButton>
        <SubmitButton name="move" value={paused ? 'resume' : 'pause'} variant="default">
          {paused ? t('resume') : t('pause')}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}
