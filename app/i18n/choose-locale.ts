import Negotiator from 'negotiator';
import { LOCALES, type Locale } from './locales';

/**
 * The language of a page: the one the person chose, else the first that the browser asks for and the screens have,
 * else the first of the screens.
 * @param chosen the locale kept in the cookie, if any
 * @param accepted the `Accept-Language` header, if any
 */
export function chooseLocale(chosen: string | undefined, accepted: string | null): Locale {
  const kept = LOCALES.find((locale) => locale === chosen);
  if (kept) return kept;
  const wanted = new Negotiator({ headers: { 'accept-language': accepted ?? undefined } }).languages();
  for (const language of wanted) {
    const found = LOCALES.find((locale) => baseOf(locale) === baseOf(language));
    if (found) return found;
  }
  return LOCALES[0];
}

/** `zh` of `zh-Hant-TW`: the screens have one Chinese and one English. */
function baseOf(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}
