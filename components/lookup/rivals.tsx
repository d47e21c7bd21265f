import { useTranslations } from 'next-intl';
import { narrowings } from '@/domain/lookup/sheet/rivals';
import type { LookupResult } from '@/domain/lookup/types';
import { lookupHref } from './lookup-href';
import { ResultList } from './result-list';
import classes from './rivals.module.css';

const SHOWN = 3;

/** Said before an answer that is only the first of several: which one is meant? */
export function Rivals(props: { opened: LookupResult; rivals: readonly LookupResult[]; q: string }) {
  const { opened, rivals, q } = props;
  const t = useTranslations('lookup');
  if (rivals.length === 0) return null;
  const steps = rivals.length > SHOWN ? narrowings([opened, ...rivals]) : [];
  return (
    <section className={classes.rivals} aria-labelledby="rivals">
      <h2 id="rivals">{t('rivals.title', { count: rivals.length + 1 })}</h2>
      <p className={classes.opened}>
        {opened.path.map((step) => step.name).join(' ')} {opened.kind === 'area' && opened.name}
        <span>{t('rivals.opened')}</span>
      </p>
      <ResultList results={rivals.slice(0, SHOWN)} />
      {rivals.length > SHOWN && (
        <p>
          <a href="#others">{t('rivals.all', { count: rivals.length - SHOWN })}</a>
        </p>
      )}
      {steps.length > 0 && (
        <nav aria-label={t('search.narrow')} className={classes.narrow}>
          <span aria-hidden="true">{t('search.narrow')}</span>
          {steps.map((step) => (
            <a key={step.code} href={lookupHref({ q, within: step.code })}>
              {step.name}
            </a>
          ))}
        </nav>
      )}
    </section>
  );
}

/** What a search found beside the opened answer, below it. */
export function OtherResults(props: {
  rivals: readonly LookupResult[];
  further: readonly LookupResult[];
  /** How many were looked for, when there may be more than were found; else null. */
  most: number | null;
}) {
  const { rivals, further, most } = props;
  const t = useTranslations('lookup.rivals');
  const rest = rivals.slice(SHOWN);
  if (rest.length + further.length === 0) return null;
  return (
    <section id="others" className={classes.others} aria-labelledby="others-title">
      <h2 id="others-title">{t(rest.length > 0 ? 'rest' : 'further')}</h2>
      <ResultList results={[...rest, ...further]} />
      {most !== null && <p>{t('full', { count: most })}</p>}
    </section>
  );
}
