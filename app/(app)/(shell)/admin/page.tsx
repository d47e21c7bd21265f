import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/app/i18n/client-messages';
import { AccountEditor } from '@/components/admin/account-editor';
import { AccountTable } from '@/components/admin/account-table';
import classes from '@/components/admin/admin.module.css';
import { DrillClockPanel } from '@/components/admin/drill-clock-panel';
import { HomePanel } from '@/components/admin/home-panel';
import { KeysPanel } from '@/components/admin/keys-panel';
import { NewAccountForm } from '@/components/admin/new-account-form';
import { KEY_SCOPES } from '@/domain/access/capabilities';
import { requireAllowed } from '@/server/auth/current-viewer';
import { listAccounts } from '@/server/auth/list-accounts';
import { listKeys } from '@/server/auth/list-keys';
import { homeDivision } from '@/server/home/home-division';
import { runtime } from '@/server/runtime';
import { jurisdiction } from '@/server/shell/jurisdiction';
import { findDivisionsAction } from '../areas/find-divisions-action';
import { changeAccountAction, createAccountAction, setPasswordAction } from './account-actions';
import { moveClockAction } from './clock-action';
import { setHomeAction } from './home-action';
import { createKeyAction, revokeKeyAction } from './key-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('title') };
}

type Query = Record<string, string | string[] | undefined>;

/** Accounts, keys and a drill's clock. To all but administrators this page does not exist. */
export default async function AdminPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireAllowed('account-manage');
  const { db, drill } = runtime();
  const nationWide = viewer.scope === '';
  const place = await jurisdiction(db, viewer);
  const [query, t, accounts, home, keys] = await Promise.all([
    searchParams,
    getTranslations('admin'),
    listAccounts(db, viewer),
    nationWide ? homeDivision(db) : null,
    nationWide ? listKeys(db, viewer) : [],
  ]);
  const account = accounts.find(({ id }) => id === query.account) ?? null;
  const revoking = keys.find(({ id, revokedAt }) => id === query.key && revokedAt === null) ?? null;
  const reach = {
    find: findDivisionsAction,
    place: place && { ...place, above: '' },
    mayReachAll: nationWide,
  };
  return (
    <ClientMessages
      use={['admin.keys.copied', 'admin.keys.copy', 'admin.keys.secret', 'admin.reach', 'areas.division']}
    >
      <div className={classes.page}>
        <h1>{t('title')}</h1>
        {drill && nationWide && <DrillClockPanel paused={drill.paused} move={moveClockAction} />}
        {nationWide && (
          <HomePanel
            home={home === undefined ? 'unsaid' : home}
            find={findDivisionsAction}
            set={setHomeAction}
          />
        )}
        <section id="accounts" className={classes.panel} aria-labelledby="accounts-title">
          <h2 id="accounts-title">{t('accounts.title')}</h2>
          <NewAccountForm create={createAccountAction} {...reach} />
          {account && (
            <AccountEditor
              key={account.id}
              account={account}
              {...reach}
              change={changeAccountAction}
              setPassword={setPasswordAction}
            />
          )}
          <AccountTable accounts={accounts} editing={account?.id ?? null} />
        </section>
        {nationWide && (
          <KeysPanel
            keys={keys}
            scopes={KEY_SCOPES}
            revoking={revoking}
            create={createKeyAction}
            revoke={revokeKeyAction}
          />
        )}
      </div>
    </ClientMessages>
  );
}
