import { useTranslations } from 'next-intl';
import type { Decision } from '@/domain/area/decision';
import { ZonedTime } from '../ui/zoned-time';
import classes from './notes.module.css';
import { releaseNote } from './release-note';

/** Earliest release, or what it waits for; an area past its release is a fault and loud. @param props.at epoch ms */
export function Release(props: { decision: Decision | null; at: number }) {
  const { decision, at } = props;
  const t = useTranslations('areas.release');
  const note = releaseNote(decision, at);
  if (note.kind === 'at') return <ZonedTime at={note.at} now={at} />;
  const late = note.kind === 'late';
  return (
    <span className={classes.note} data-tone={late ? 'loud' : note.kind === 'none' ? 'plain' : 'wait'}>
      {late ? t('late', { hours: Math.floor(note.hours) }) : t(note.kind)}
    </span>
  );
}
