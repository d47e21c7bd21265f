import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { writeInstant } from '@/domain/time/say-instant';
import classes from './data-age.module.css';
import { useSay } from './use-say';

/**
 * How old the data on screen is: 「数据截至 12-01 20:58，2 分钟前」. Past the limit it says so in words and in colour.
 * @param props.at instant of the data, epoch milliseconds; null when nobody knows
 * @param props.now the present instant, epoch milliseconds
 * @param props.staleAfterSeconds one hour by default
 */
export function DataAge(props: { at: number | null; now: number; staleAfterSeconds?: number }) {
  const { at, now, staleAfterSeconds = 3600 } = props;
  const t = useTranslations('ui.age');
  const { sayAge } = useSay();
  const stale = at === null || now - at > staleAfterSeconds * 1000;
  const text =
    at === null
      ? t('unknown')
      : t(stale ? 'stale' : 'fresh', { time: writeInstant(at, now), age: sayAge(now - at) });
  return (
    <span className={classes.age} data-stale={stale}>
      {stale && <IconClockExclamation size={15} stroke={1.8} aria-hidden="true" />}
      {text}
    </span>
  );
}
