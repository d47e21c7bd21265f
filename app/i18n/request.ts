import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { ZONE } from '@/domain/time/shanghai';
import { LOCALE_COOKIE, localeOf } from './locales';
import { MESSAGES } from './messages';

export default getRequestConfig(async () => {
  const locale = localeOf((await cookies()).get(LOCALE_COOKIE)?.value);
  return { locale, messages: MESSAGES[locale], timeZone: ZONE };
});
