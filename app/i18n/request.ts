import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { ZONE } from '@/domain/time/shanghai';
import { chooseLocale } from './choose-locale';
import { LOCALE_COOKIE } from './locales';
import { MESSAGES } from './messages';

export default getRequestConfig(async () => {
  const [kept, given] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(kept.get(LOCALE_COOKIE)?.value, given.get('accept-language'));
  return { locale, messages: MESSAGES[locale], timeZone: ZONE };
});
