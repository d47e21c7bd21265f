/** The languages of the screens; the first is the default. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const LOCALE_COOKIE = 'fengqu-locale';

/** The locale a cookie or form value names, or the default. */
export function localeOf(value: string | undefined): Locale {
  return LOCALES.find((locale) => locale === value) ?? LOCALES[0];
}
