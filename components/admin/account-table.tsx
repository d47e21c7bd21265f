import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { writeInstant } from '@/domain/time/say-instant';
import type { AccountRow } from './account-types';
import classes from './admin.module.css';

/** All accounts the administrator may see; each row leads to its editor. */
export function AccountTable({
  accounts,
  editing,
}: {
  accounts: readonly AccountRow[];
  editing: string | null;
}) {
  const t = useTranslations('admin.accounts');
  const role = useTranslations('shell.role');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must take the keyboard.
    <section className={classes.scroll} tabIndex={0} aria-label={t('list')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('role')}</th>
            <th scope="col">{t('division')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('lastSeen')}</th>
            <th scope="col">
              <span className={classes.hidden}>{t('change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr
              key={account.id}
              data-off={!account.active || undefined}
              aria-current={account.id === editing || undefined}
            >
              <th scope="row">
                {account.displayName} <small>{account.name}</small>
              </th>
              <td>{role(account.role)}</td>
              <td>{account.divisionName ?? t('nation')}</td>
              <td>{account.active ? t('active') : t('off')}</td>
              <td>{account.lastSeenAt === null ? t('never') : writeInstant(account.lastSeenAt)}</td>
              <td>
                <Link
                  href={`/admin?account=${account.id}#account`}
                  prefetch={false}
                  aria-label={t('changeOf', { name: account.displayName })}
                >
                  {t('change')}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
