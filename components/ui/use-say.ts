import { useLocale } from 'next-intl';
import { sayAge } from '@/domain/time/say-age';
import { languageOf, sayDay, sayHour, sayInstant, ZONE_WORD } from '@/domain/time/say-instant';

/** Days, instants, hours and ages in the language of the page; what each says is told in `domain/time`. */
export function useSay() {
  const language = languageOf(useLocale());
  return {
    sayDay: (day: string) => sayDay(day, language),
    sayInstant: (epochMs: number) => sayInstant(epochMs, language),
    sayHour: (hour: number) => sayHour(hour, language),
    sayAge: (ms: number) => sayAge(ms, language),
    zone: ZONE_WORD[language],
  };
}
