import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { writeInstant } from '@/domain/time/say-instant';
import classes from './stat-figure.module.css';

/**
 * One large figure with what it counts and its cut-off.
 * @param props.label what is counted: a `LevelBadge` or plain words
 * @param props.value null when it is not known: shown as a dash, never as 0
 * @param props.note change since yesterday and the like
 * @param props.cutOff instant up to which the figure counts, epoch milliseconds, and the present one
 * @param props.late the figure stands for something overdue
 */
export function StatFigure(props: {
  label: ReactNode;
  value: number | null;
  note?: ReactNode;
  cutOff?: { at: number; now: number };
  late?: boolean;
}) {
  const { label, value, note, cutOff, late = false } = props;
  const t = useTranslations('ui.figure');
  const format = useFormatter();
  return (
    <div className={classes.figure}>
      <div className={classes.label}>{label}</div>
      <div className={classes.value} data-late={late}>
        {value === null ? '—' : format.number(value)}
      </div>
      <div className={classes.note}>
        {note}
        {cutOff && <span>{t('cutOff', { time: writeInstant(cutOff.at, cutOff.now) })}</span>}
      </div>
    </div>
  );
}
