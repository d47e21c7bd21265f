import { describe } from '@/domain/lookup/sentence/describe';
import { headlineOf } from '@/domain/lookup/sheet/headline';
import type { Sheet } from '@/domain/lookup/sheet/sheet';
import type { Say } from './counts-text';
import { hourText } from './hour-text';

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
 * a level that is not that of all of it never stands alone. @param t texts of `lookup`
 */
export function sentenceOf(t: Say, sheet: Sheet, context: SentenceContext): string {
  const { locale, now, drill, staleSince } = context;
  const headline = headlineOf(sheet).kind;
  const open = headline === 'PART' || headline === 'MAY_LIE';
  const body = describe(open && sheet.ground !== null ? sheet.ground : sheet.result)[
    locale === 'en' ? 'en' : 'zh'
  ];
  const marked = drill && !body.startsWith('【演练') && !body.startsWith('[drill');
  return [
    marked ? t('copy.drill') : '',
    sheet.address === null ? '' : t('copy.address', { address: sheet.address }),
    body,
    sheet.loose > 0 ? t('copy.loose', { count: sheet.loose }) : '',
    staleSince === null ? '' : t('copy.stale', { time: hourText(staleSince, now, locale) }),
  ].join('');
}
