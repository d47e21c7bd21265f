import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { EmptyState } from '../ui/empty-state';

/** What to do while nothing is designated or imported; who may not do it is told who can. */
export function NothingAtAll({ mayCommand }: { mayCommand: boolean }) {
  const t = useTranslations('areas.empty');
  return (
    <EmptyState title={t('title')} text={mayCommand ? t('text') : t('textReader')}>
      {mayCommand && (
        <p>
          <Link href="/imports">{t('import')}</Link> · <Link href="/areas/new">{t('designate')}</Link>
        </p>
      )}
    </EmptyState>
  );
}
