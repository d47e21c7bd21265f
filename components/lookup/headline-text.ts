import type { Headline } from '@/domain/lookup/sheet/headline';
import { countsText, type Say } from './counts-text';

/** The largest line of an answer in words. @param t texts of `lookup` @param long texts of `level.long` */
export function headlineText(t: Say, long: Say, headline: Headline, whole: boolean): string {
  switch (headline.kind) {
    case 'HOLDS':
      return t('headline.holds', { counts: countsText(t, headline.counts) });
    case 'PART':
      return t('headline.part', { level: t(`level.${headline.level}`) });
    case 'MAY_LIE':
      return t('headline.mayLie', { level: t(`level.${headline.level}`) });
    case 'MAY_HOLD':
      return t('headline.mayHold', { level: t(`level.${headline.level}`) });
    case 'LEVEL':
      if (headline.level === 'UNKNOWN') return t('headline.unknown');
      return whole ? t('headline.whole', { level: long(headline.level) }) : long(headline.level);
  }
}

/** What is said of the ground outside the areas a division holds. */
export function restText(t: Say, headline: Extract<Headline, { kind: 'HOLDS' }>): string {
  if (headline.rest === null) return t('rest.uneven');
  if (headline.rest === 'UNKNOWN') return t('rest.unknown');
  return t('rest.even', { level: t(`level.${headline.rest}`) });
}
