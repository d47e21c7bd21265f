import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/app/i18n/client-messages';
import classes from '@/components/admin/admin.module.css';
import { OwnPasswordForm } from '@/components/admin/own-password-form';
import { requireViewer } from '@/server/auth/current-viewer';
import { changePasswordAction } from './change-password-action';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.own'))('title') };
}

/** A person's own password. */
export default async function PasswordPage() {
  const viewer = await requireViewer();
  const t = await getTranslations('admin.own');
  return (
    <div className={classes.page}>
      <h1>{t('title')}</h1>
      <section className={classes.panel} aria-label={t('title')}>
        <p>{t('text', { name: viewer.displayName })}</p>
        <ClientMessages use={['admin.keys.copied', 'admin.keys.copy', 'admin.keys.secret']}>
          <OwnPasswordForm change={changePasswordAction} />
        </ClientMessages>
      </section>
    </div>
  );
}
