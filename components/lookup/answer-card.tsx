import { useLocale, useTranslations } from 'next-intl';
import '@/components/level/level.css';
import { LevelShape } from '@/components/level/level-shape';
import { headlineOf } from '@/domain/lookup/sheet/headline';
import type { Sheet } from '@/domain/lookup/sheet/sheet';
import { AddressReason } from './address-reason';
import classes from './answer-card.module.css';
import { headlineText, restText } from './headline-text';
import { lookupHref } from './lookup-href';
import { PathTrail } from './path-trail';
import { StandingLines } from './standing-lines';
import { whyText } from './why-text';

/** The level, big; where exactly; why and since when. */
export function AnswerCard({ sheet, now }: { sheet: Sheet; now: number }) {
  const t = useTranslations('lookup');
  const long = useTranslations('level.long');
  const locale = useLocale();
  const { result } = sheet;
  const headline = headlineOf(sheet);
  const whole = result.kind === 'division' && result.why.rule === 'STANDING';
  const why = whyText(t, result, now, locale);
  const above = result.path.at(-2);
  return (
    <section className={classes.card} data-level={headline.level} aria-labelledby="answer">
      <h1 id="answer" className={classes.headline}>
        <LevelShape level={headline.level} size={26} />
        {headlineText(t, long, headline, whole)}
      </h1>
      {headline.kind === 'LEVEL' && headline.level === 'UNKNOWN' && (
        <p className={classes.strong}>{t('unknown')}</p>
      )}
      {headline.kind === 'HOLDS' && <p className={classes.strong}>{restText(t, headline)}</p>}
      <p className={classes.name}>
        {sheet.address ?? result.name}
        {result.kind === 'area' && result.drill && <small className={classes.drill}>{t('drillData')}</small>}
      </p>
      <PathTrail path={result.path} {...(result.kind === 'area' ? { name: result.name } : {})} />
      {sheet.address !== null && <AddressReason sheet={sheet} headline={headline} address={sheet.address} />}
      <StandingLines result={result} now={now} />
      {why !== '' && <p>{why}</p>}
      {sheet.loose > 0 && above && (
        <p className={classes.strong}>
          {t('why.loose', { count: sheet.loose })}{' '}
          <a href={lookupHref({ code: above.code })}>{t('why.looseLink', { name: above.name })}</a>
        </p>
      )}
    </section>
  );
}
