import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';

/** Missing and outside one's reach look the same. */
export default function AreaNotFound() {
  const t = useTranslations('area.notFound');
  return (
    <EmptyState title={t('title')} text={t('text')}>
      <Link href="/areas">{t('back')}</Link>
    </EmptyState>
  );
}
