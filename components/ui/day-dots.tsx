import { useTranslations } from 'next-intl';
import classes from './day-dots.module.css';

/**
 * Day n of N as dots, with the same in words for those who see none.
 * @param props.counted whole days that count so far
 * @param props.total days the policy asks for
 */
export function DayDots(props: { counted: number; total: number }) {
  const { total } = props;
  const counted = Math.min(Math.max(0, props.counted), total);
  const t = useTranslations('ui.days');
  return (
    <span className={classes.dots} role="img" aria-label={t('count', { counted, total })}>
      {Array.from({ length: total }, (_, day) => day + 1).map((day) => (
        <i key={day} data-counted={day <= counted} />
      ))}
    </span>
  );
}
