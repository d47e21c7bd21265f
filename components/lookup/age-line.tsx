import { useLocale, useTranslations } from 'next-intl';
import { useSay } from '@/components/ui/use-say';
import { saySpan } from '@/domain/time/say-age';
import { languageOf, sayInstant, writeInstant } from '@/domain/time/say-instant';
import classes from './lookup-frame.module.css';

/** When the data was last confirmed. @param props.at epoch ms */
export function AgeLine({ at, now }: { at: number; now: number }) {
  const t = useTranslations('lookup.age');
  const { zone } = useSay();
  return (
    <p className={classes.age}>
      {t('fresh', { time: writeInstant(at, now) })} <span>{zone}</span>
    </p>
  );
}

/** Said loudly, before the answer, when nothing has confirmed the data for too long. */
export function StaleWarning({ at, now, seconds }: { at: number; now: number; seconds: number }) {
  const t = useTranslations('lookup.age');
  const locale = useLocale();
  return (
    <p className={classes.stale} role="alert">
      {t('stale', {
        age: saySpan(seconds * 1000, languageOf(locale)),
        time: sayInstant(at, languageOf(locale), now),
      })}
    </p>
  );
}
