import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';

/** What is missing and what is outside a person's reach look the same. */
export default function NotFound() {
  const t = useTranslations('shell.missing');
  return (
    <EmptyState title={t('title')} text={t('text')}>
      <Link href="/">{t('home')}</Link>
    </EmptyState>
  );
}
