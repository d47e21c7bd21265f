import { useTranslations } from 'next-intl';
import type { Decision } from '@/domain/area/decision';
import classes from './notes.module.css';
import { roundNote } from './round-note';

/** The state of the screening round in a word or two; what bars a release stands in red. @param props.at epoch ms */
export function RoundState(props: { decision: Decision | null; at: number }) {
  const t = useTranslations('areas.round');
  const { key, tone, persons, target, day } = roundNote(props.decision, props.at);
  return (
    <span className={classes.note} data-tone={tone}>
      {t(key, { persons, target, day })}
    </span>
  );
}
