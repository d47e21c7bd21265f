import type { Level } from '@/domain/level/level';
import { describe } from '@/domain/lookup/sentence/describe';
import { headlineOf } from '@/domain/lookup/sheet/headline';
import type { Sheet } from '@/domain/lookup/sheet/sheet';
import type { AreaMention, LookupResult } from '@/domain/lookup/types';
import { languageOf, sayInstant } from '@/domain/time/say-instant';
import { countsText, type Say } from './counts-text';

/** What the sentence must also own up to. */
export interface SentenceContext {
  readonly locale: string;
  /** The present instant, epoch ms. */
  readonly now: number;
  readonly drill: boolean;
  /** When the data was last confirmed (epoch ms), when that is too long ago; else null. */
  readonly staleSince: number | null;
}

/**
 * The sentence to copy: whole by itself, so that it stays true where it is pasted. It names the address asked for, and
 * a level that is not that of all of it never stands alone.
 * @param t texts of `lookup`
 */
export function sentenceOf(t: Say, sheet: Sheet, context: SentenceContext): string {
  const { locale, drill, staleSince } = context;
  const { address, loose } = sheet;
  const body = bodyOf(t, sheet, locale);
  const doubts = doubtsOf(t, sheet, locale);
  const invented = sheet.result.kind === 'area' && sheet.result.drill;
  // Where the doubt is the first line of the page, it comes first here too.
  const doubtful = ['MAY_HOLD', 'MAY_LIE'].includes(headlineOf(sheet).kind);
  return [
    drill || invented ? t('copy.drill') : '',
    address === null ? '' : t('copy.address', { address }),
    ...(doubtful ? [doubts, body] : [body, doubts]),
    loose > 0 ? t('copy.loose', { name: sheet.around[0]?.name ?? '', count: loose }) : '',
    staleSince === null ? '' : t('copy.stale', { time: sayInstant(staleSince, languageOf(locale)) }),
  ].join('');
}

/** What may lie in a place that was not asked for as an address; the sentence of an address names it itself. */
function doubtsOf(t: Say, { result, address, possible, overlapping }: Sheet, locale: string): string {
  if (address !== null) return '';
  const place = result.name;
  const shared = overlapping.map((row) =>
    t('copy.overlap', { place, name: row.name, counts: countsText(t, row.contains) }),
  );
  const named = possible.length > 0 ? [t('copy.named', { place, names: namesOf(possible, locale) })] : [];
  return [...shared, ...named].join('');
}

function bodyOf(t: Say, sheet: Sheet, locale: string): string {
  const { result, address, ground, parts, possible } = sheet;
  const headline = headlineOf(sheet);
  const said = (values: { names: string; level: Level }) => ({
    names: values.names,
    level: t(`level.${values.level}`),
  });
  const { source } = result;
  if (address === null && 'otherwise' in headline && source !== null) {
    const time = sayInstant(source.publishedAt, languageOf(locale));
    return t('copy.otherwise', { level: t(`level.${headline.otherwise}`), time, source: source.name });
  }
  if (headline.kind === 'PART') {
    const part = t('copy.part', said({ names: namesOf(parts, locale), level: headline.otherwise }));
    return part + described(result, locale);
  }
  if (headline.kind === 'MAY_LIE' && result.kind === 'area') {
    // The ground's own sentence names every part and every possible area, but not an area that holds all of the address.
    if (ground !== null && parts.some((part) => part.id === result.id)) return described(ground, locale);
    return (
      t('copy.mayLie', said({ names: namesOf(possible, locale), level: headline.level })) +
      described(result, locale)
    );
  }
  return described(result, locale);
}

function namesOf(areas: readonly AreaMention[], locale: string): string {
  return areas.map((area) => area.name).join(locale === 'en' ? ', ' : '、');
}

function described(result: LookupResult, locale: string): string {
  return describe(spoken(result))[locale === 'en' ? 'en' : 'zh'];
}

/** Without what the whole sentence says by itself: that it is a drill, and what may lie in a place (`doubtsOf`). */
function spoken(result: LookupResult): LookupResult {
  if (result.kind === 'area') return { ...result, drill: false };
  return result.match.type === 'address' ? result : { ...result, possible: [], overlapping: [] };
}
