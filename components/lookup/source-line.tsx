import { useLocale, useTranslations } from 'next-intl';
import type { StatementSource } from '@/domain/lookup/types';
import { languageOf, sayInstant } from '@/domain/time/say-instant';

/** Who said it, and the hour of the publication. */
export function SourceLine({ source, now }: { source: StatementSource | null; now: number }) {
  const t = useTranslations('lookup.source');
  const locale = useLocale();
  if (source === null) return <p>{t('none')}</p>;
  return (
    <p>{t('line', { name: source.name, time: sayInstant(source.publishedAt, languageOf(locale), now) })}</p>
  );
}
