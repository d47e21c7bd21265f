import { useTranslations } from 'next-intl';
import { LevelShape } from '@/components/level/level-shape';
import { headlineOf } from '@/domain/lookup/sheet/headline';
import type { LookupResult } from '@/domain/lookup/types';
import { countsText } from './counts-text';
import { lookupHref } from './lookup-href';
import classes from './result-list.module.css';

/** Results as links with their full paths and what leads their answer. */
export function ResultList({ results }: { results: readonly LookupResult[] }) {
  return (
    <ul className={classes.list}>
      {results.map((result) => (
        <li key={result.id}>
          <ResultLink result={result} />
        </li>
      ))}
    </ul>
  );
}

function ResultLink({ result }: { result: LookupResult }) {
  const t = useTranslations('lookup');
  const short = useTranslations('level.short');
  const possible = result.kind === 'division' ? result.possible : [];
  const overlapping = result.kind === 'division' ? result.overlapping : [];
  const headline = headlineOf({ result, remainder: null, parts: [], possible, overlapping });
  const path = result.kind === 'area' ? result.path : result.path.slice(0, -1);
  const words =
    headline.kind === 'HOLDS'
      ? countsText(t, headline.counts)
      : headline.kind === 'MAY_LIE'
        ? t('headline.mayLie', { level: t(`level.${headline.level}`) })
        : headline.kind === 'MAY_HOLD'
          ? t('headline.mayHold', { level: t(`level.${headline.level}`) })
          : short(headline.level);
  const { id } = result;
  return (
    <a className={classes.result} href={lookupHref(result.kind === 'area' ? { id } : { code: id })}>
      <span className={classes.place}>
        <small>{path.map((step) => step.name).join(' ')}</small> <b>{result.name}</b>
      </span>
      <span className={classes.level} data-level={headline.level}>
        <LevelShape level={headline.level} size={12} /> {words}
      </span>
    </a>
  );
}
