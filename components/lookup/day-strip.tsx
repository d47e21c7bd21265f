import { useLocale, useTranslations } from 'next-intl';
import { LevelShape } from '@/components/level/level-shape';
import type { DayLevel } from '@/domain/lookup/sheet/sheet';
import type { Lookback } from '@/domain/lookup/types';
import { languageOf, sayDay, sayInstant } from '@/domain/time/say-instant';
import { dayOf } from '@/domain/time/shanghai';
import { dayRuns } from './day-runs';
import classes from './day-strip.module.css';

/**
 * The last days as a row of boxes, today at the right, and in words for those who do not see it.
 * @param props.since when the present level began (epoch ms), null when it is derived
 */
export function DayStrip(props: {
  days: readonly DayLevel[];
  lookback: Lookback;
  since: number | null;
  now: number;
}) {
  const { days, lookback, since, now } = props;
  const t = useTranslations('lookup.days');
  const level = useTranslations('lookup.level');
  const locale = useLocale();
  const day = (text: string) => sayDay(text, languageOf(locale), dayOf(now));
  const runs = dayRuns(days).map(({ from, to, level: at }) =>
    t(from === to ? 'day' : 'run', { from: day(from), to: day(to), level: level(at) }),
  );
  const past = lookback.last !== null && lookback.last < now;
  const highest = { level: level(lookback.highest), time: '' };
  const summary =
    lookback.last === null
      ? t('highest', highest)
      : past
        ? t('until', { ...highest, time: sayInstant(lookback.last, languageOf(locale), now) })
        : since === null
          ? t('now', highest)
          : t('since', { ...highest, time: sayInstant(since, languageOf(locale), now) });
  return (
    <section className={classes.strip} aria-labelledby="days">
      <h2 id="days">{t('title', { count: days.length })}</h2>
      <div className={classes.boxes} aria-hidden="true">
        {days.map((one) => (
          <span key={one.day} data-level={one.level} title={`${day(one.day)} ${level(one.level)}`}>
            {one.level !== 'ROUTINE' && <LevelShape level={one.level} size={11} />}
          </span>
        ))}
      </div>
      <div className={classes.ends}>
        <span aria-hidden="true">{day(days[0]?.day ?? '')}</span>
        <strong data-past={past}>{summary}</strong>
        <span aria-hidden="true">{day(days.at(-1)?.day ?? '')}</span>
      </div>
      <p className={classes.spoken}>{runs.join(t('join'))}</p>
    </section>
  );
}
