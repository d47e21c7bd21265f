import { useLocale, useTranslations } from 'next-intl';
import type { LookupResult } from '@/domain/lookup/types';
import classes from './answer-card.module.css';
import { hourText } from './hour-text';

const HOUR_MS = 3_600_000;

/** Since when a stated level stands, by which notice, and when it may end at the earliest. */
export function StandingLines({ result, now }: { result: LookupResult; now: number }) {
  const t = useTranslations('lookup');
  const locale = useLocale();
  const { why } = result;
  if (why.rule !== 'STANDING') return null;
  const hours = Math.max(0, Math.floor((now - why.from) / HOUR_MS));
  const elapsed =
    hours < 24 ? t('elapsed.hours', { count: hours }) : t('elapsed.days', { count: Math.floor(hours / 24) });
  const restricts = result.level === 'HIGH' || result.level === 'MEDIUM';
  return (
    <>
      <p className={classes.since}>{t('since', { time: hourText(why.from, now, locale), elapsed })}</p>
      {result.kind === 'area' && restricts && <p>{earliestText(t, result.earliestRelease, now, locale)}</p>}
      <p className={classes.quiet}>
        {why.noticeNo === null ? t('noNotice') : t('notice', { notice: why.noticeNo })}
      </p>
    </>
  );
}

type Texts = ReturnType<typeof useTranslations<'lookup'>>;

function earliestText(t: Texts, at: number | null, now: number, locale: string): string {
  if (at === null) return t('earliest.none');
  const time = hourText(at, now, locale, true);
  return at > now ? t('earliest.next', { time }) : t('earliest.past', { time });
}
