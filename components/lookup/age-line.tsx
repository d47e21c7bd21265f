import { useLocale, useTranslations } from 'next-intl';
import { ageOf } from '@/components/ui/age-of';
import { shanghaiText } from '@/components/ui/shanghai-text';
import { hourText } from './hour-text';
import classes from './lookup-frame.module.css';

/** When the data was last confirmed. @param props.at epoch ms */
export function AgeLine({ at, now }: { at: number; now: number }) {
  const t = useTranslations('lookup.age');
  return (
    <p className={classes.age}>
      {t('fresh', { time: shanghaiText(at, now) })} <span>{t('zone')}</span>
    </p>
  );
}

/** Said loudly, before the answer, when nothing has confirmed the data for too long. */
export function StaleWarning({ at, now, seconds }: { at: number; now: number; seconds: number }) {
  const t = useTranslations('lookup.age');
  const locale = useLocale();
  const { unit, count } = ageOf(seconds);
  return (
    <p className={classes.stale} role="alert">
      {t('stale', { age: t(unit, { count }), time: hourText(at, now, locale) })}
    </p>
  );
}
