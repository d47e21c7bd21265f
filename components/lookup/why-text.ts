import type { LookupResult, Why } from '@/domain/lookup/types';
import { languageOf, sayInstant } from '@/domain/time/say-instant';
import { countsText, type Say } from './counts-text';

/** The reason of a level in words, of a division that of its ground; '' where it needs none beside its date. */
export function whyText(t: Say, result: LookupResult, now: number, locale: string): string {
  const why = result.kind === 'division' ? result.restWhy : result.why;
  const county = 'county' in why ? nameOf(result, why.county) : '';
  switch (why.rule) {
    case 'STANDING':
      return '';
    case 'RELEASED':
      return (
        t('why.RELEASED', { time: sayInstant(why.endedAt, languageOf(locale), now) }) +
        remainder(t, result, county)
      );
    case 'NOT_YET':
      return (
        t('why.NOT_YET', { time: sayInstant(why.from, languageOf(locale), now) }) +
        remainder(t, result, county)
      );
    case 'REST_OF_COUNTY':
      return restOfCounty(t, result, why, county);
    case 'NONE_LEFT':
      return t('why.noneLeft', { county });
    case 'BY_COUNTY':
      return result.level === 'ROUTINE' ? t('why.byCounty') : '';
    case 'NOT_LOCATED':
      // A division says it in a line of its own, also where it holds others.
      return result.kind === 'division' ? '' : t('why.notLocated', { counts: countsText(t, why) });
    case 'HOLDS':
    case 'NAMESAKES':
      return '';
    case 'NOT_COVERED':
    case 'COUNTY_UNKNOWN':
      return t(`why.${why.rule}`);
  }
}

function remainder(t: Say, { level }: LookupResult, county: string): string {
  if (level === 'LOW') return t('why.restOfCountyPlain', { county });
  return level === 'ROUTINE' ? t('why.noneLeft', { county }) : '';
}

function restOfCounty(
  t: Say,
  result: LookupResult,
  why: Extract<Why, { rule: 'REST_OF_COUNTY' }>,
  county: string,
): string {
  // The county itself leads with its counts already.
  if (result.kind === 'division' && result.divisionCode === why.county && result.match.type !== 'address') {
    return '';
  }
  return t('why.restOfCounty', { county, counts: countsText(t, why) });
}

function nameOf({ path }: LookupResult, code: string): string {
  return path.find((step) => step.code === code)?.name ?? '';
}
