import { useFormatter, useTranslations } from 'next-intl';
import { ZonedTime } from '../ui/zoned-time';

/**
 * How many areas pass the filter, as of when, and which of them this page shows.
 * @param props.at cut-off, epoch ms
 * @param props.from number of the first one shown, from 1; @param props.shown how many are shown
 */
export function ListTotal(props: { total: number; at: number; from: number; shown: number }) {
  const { total, at, from, shown } = props;
  const t = useTranslations('areas.total');
  const format = useFormatter();
  return (
    <div role="status">
      <h2>{t('count', { count: total })}</h2> {t.rich('cutOff', { time: () => <ZonedTime at={at} zone /> })}
      {shown > 0 && shown < total && (
        <> · {t('range', { from: format.number(from), to: format.number(from + shown - 1) })}</>
      )}
    </div>
  );
}
