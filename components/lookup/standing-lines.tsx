import { useLocale, useTranslations } from 'next-intl';
import type { LookupResult } from '@/domain/lookup/types';
import { saySpan } from '@/domain/time/say-age';
import { languageOf, sayInstant } from '@/domain/time/say-instant';
import classes from './answer-card.module.css';

/** Since when a stated level stands, by which notice, and when it may end at the earliest. */
export function StandingLines({ result, now }: { result: LookupResult; now: number }) {
  const t = useTranslations('lookup');
  const locale = useLocale();
  const { why } = result;
  if (why.rule !== 'STANDING') return null;
  const elapsed = saySpan(now - why.from, languageOf(locale));
  const restricts = result.level === 'HIGH' || result.level === 'MEDIUM';
  return (
    <>
      <p className={classes.since}>
        {t('since', { time: sayInstant(why.from, languageOf(locale), now), elapsed })}
      </p>
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
  const time = sayInstant(at, languageOf(locale), now);
  return at >= now ? t('earliest.next', { time }) : t('earliest.past', { time });
}
