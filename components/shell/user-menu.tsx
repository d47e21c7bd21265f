import { IconUserCircle } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import classes from './user-menu.module.css';

/**
 * Who is signed in, and the way out. A popover of the platform: opens, closes and takes Escape without a script.
 * @param props.signOut server action that ends the session
 */
export function UserMenu(props: {
  displayName: string;
  role: 'ADMIN' | 'OFFICER' | 'STAFF' | 'PRESS';
  signOut: () => Promise<void>;
}) {
  const { displayName, role, signOut } = props;
  const t = useTranslations('shell');
  return (
    <>
      <button
        type="button"
        className={classes.button}
        popoverTarget="user-menu"
        aria-label={t('user', { name: displayName })}
      >
        <IconUserCircle size={22} stroke={1.6} aria-hidden="true" />
        <span className={classes.name}>{displayName}</span>
      </button>
      <div id="user-menu" popover="auto" className={classes.menu}>
        <p>
          <strong>{displayName}</strong>
          <span>{t(`role.${role}`)}</span>
        </p>
        <Link href="/password" prefetch={false}>
          {t('password')}
        </Link>
        <form action={signOut}>
          <button type="submit">{t('signOut')}</button>
        </form>
      </div>
    </>
  );
}
