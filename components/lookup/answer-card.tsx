import { useLocale, useTranslations } from 'next-intl';
import '@/components/level/level.css';
import { LevelShape } from '@/components/level/level-shape';
import { headlineOf } from '@/domain/lookup/sheet/headline';
import type { Sheet } from '@/domain/lookup/sheet/sheet';
import { AddressReason } from './address-reason';
import classes from './answer-card.module.css';
import { countsText } from './counts-text';
import { headlineText, restText } from './headline-text';
import { lookupHref } from './lookup-href';
import { MentionList } from './mention-list';
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
  const division = result.kind === 'division' ? result : null;
  const whole = division?.why.rule === 'STANDING';
  // Said already by the counts in front, or doubted by them.
  const leads =
    headline.kind === 'MAY_HOLD' ||
    (headline.kind === 'HOLDS' && division?.restWhy.rule === 'REST_OF_COUNTY');
  const why = leads ? '' : whyText(t, result, now, locale);
  const county = sheet.around[0];
  const otherwise = 'otherwise' in headline ? headline.otherwise : null;
  return (
    <section className={classes.card} data-level={headline.level} aria-labelledby="answer">
      <h1 id="answer" className={classes.headline}>
        <LevelShape level={headline.level} size={26} />
        {headlineText(t, long, headline, whole)}
      </h1>
      {headline.kind === 'HOLDS' && <p className={classes.since}>{restText(t, headline)}</p>}
      <p className={classes.name}>
        {sheet.address ?? result.name}
        {result.kind === 'area' && result.drill && <small className={classes.drill}>{t('drillData')}</small>}
      </p>
      <PathTrail path={result.path} />
      {sheet.address !== null && <AddressReason sheet={sheet} address={sheet.address} />}
      <StandingLines result={result} now={now} />
      {sheet.address === null && sheet.possible.length > 0 && (
        <>
          <p className={classes.strong}>{t('why.named')}</p>
          <MentionList areas={sheet.possible} />
        </>
      )}
      {sheet.overlapping.map((row) => (
        <p key={row.code} className={classes.warning}>
          {t('why.overlap', { name: row.name, counts: countsText(t, row.contains) })}{' '}
          <a href={lookupHref({ code: row.code })}>{t('why.looseLink', { name: row.name })}</a>
        </p>
      ))}
      {otherwise && <p>{t('address.otherwise', { level: t(`level.${otherwise}`) })}</p>}
      {why !== '' && <p>{why}</p>}
      {division && division.unlocated.HIGH + division.unlocated.MEDIUM > 0 && (
        <p className={classes.warning}>
          {t('why.notLocated', { counts: countsText(t, division.unlocated) })}
        </p>
      )}
      {sheet.loose > 0 && county && (
        <p className={classes.warning}>
          {t('why.loose', { name: county.name, count: sheet.loose })}{' '}
          <a href={lookupHref({ code: county.code })}>{t('why.looseLink', { name: county.name })}</a>
        </p>
      )}
    </section>
  );
}
