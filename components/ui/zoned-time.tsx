import { useTranslations } from 'next-intl';
import { shanghaiText } from './shanghai-text';

/**
 * An instant on screen, in Beijing time. The zone stands in the tooltip, and beside the time with `zone`.
 * @param props.at epoch milliseconds
 * @param props.now the present instant in epoch milliseconds, for leaving out the year; from the clock in force, which
 *   may be a drill's
 * @param props.endOfDay write midnight as 24:00 of the day that ends
 */
export function ZonedTime(props: { at: number; now?: number; zone?: boolean; endOfDay?: boolean }) {
  const { at, now = null, zone = false, endOfDay = false } = props;
  const t = useTranslations('ui.time');
  const full = `${shanghaiText(at, null, endOfDay)} ${t('zone')} (UTC+8)`;
  return (
    <time dateTime={new Date(at).toISOString()} title={full} style={{ whiteSpace: 'nowrap' }}>
      {shanghaiText(at, now, endOfDay)}
      {zone && ` ${t('zone')}`}
    </time>
  );
}
