import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { writeInstant } from '@/domain/time/say-instant';
import { CheckboxesField, TextField } from './action-fields';
import { ActionForm, SubmitButton } from './action-form';
import type { FormAction } from './action-state';
import classes from './admin.module.css';

/** A bearer key as the list shows it; instants are epoch ms. */
export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: number;
  readonly revokedAt: number | null;
}

/** Keys of consuming systems: make one, see which stand, revoke one for a reason. */
export function KeysPanel(props: {
  keys: readonly KeyRow[];
  scopes: readonly string[];
  /** The key about to be revoked. */
  revoking: KeyRow | null;
  create: FormAction;
  revoke: FormAction;
}) {
  const t = useTranslations('admin.keys');
  return (
    <section className={classes.panel} aria-labelledby="keys-title">
      <h2 id="keys-title">{t('title')}</h2>
      <p>{t('text')}</p>
      <details className={classes.fold}>
        <summary>{t('add')}</summary>
        <ActionForm action={props.create}>
          <TextField name="name" label={t('name')} description={t('nameHint')} maxLength={100} required />
          <CheckboxesField
            name="scopes"
            label={t('scopes')}
            options={props.scopes.map((value) => ({
              value,
              label: `${t(`scope.${value.replace(':', '-')}`)} (${value})`,
            }))}
          />
          <SubmitButton>{t('create')}</SubmitButton>
        </ActionForm>
      </details>
      {props.revoking && <RevokeForm revoking={props.revoking} revoke={props.revoke} />}
      {props.keys.length === 0 ? <p>{t('none')}</p> : <KeyTable keys={props.keys} />}
    </section>
  );
}

function RevokeForm({ revoking, revoke }: { revoking: KeyRow; revoke: FormAction }) {
  const t = useTranslations('admin.keys');
  return (
    <section id="key" className={classes.editor} aria-labelledby="key-title">
      <header>
        <h3 id="key-title">{t('revokeOf', { name: revoking.name })}</h3>
        <Link href="/admin" prefetch={false}>
          {t('close')}
        </Link>
      </header>
      <p>{t('revokeText', { name: revoking.name })}</p>
      <ActionForm action={revoke}>
        <input type="hidden" name="id" value={revoking.id} />
        <TextField name="reason" label={t('reason')} maxLength={500} required />
        <SubmitButton color="red">{t('revoke')}</SubmitButton>
      </ActionForm>
    </section>
  );
}

function KeyTable({ keys }: { keys: readonly KeyRow[] }) {
  const t = useTranslations('admin.keys');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must take the keyboard.
    <section className={classes.scroll} tabIndex={0} aria-label={t('list')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('scopes')}</th>
            <th scope="col">{t('createdAt')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id} data-off={key.revokedAt !== null || undefined}>
              <th scope="row">{key.name}</th>
              <td className={classes.mono}>{key.scopes.join(' ')}</td>
              <td>{writeInstant(key.createdAt)}</td>
              <td>
                {key.revokedAt === null ? (
                  <Link
                    href={`/admin?key=${key.id}#key`}
                    prefetch={false}
                    aria-label={t('revokeOf', { name: key.name })}
                  >
                    {t('revokeLink')}
                  </Link>
                ) : (
                  t('revokedAt', { time: writeInstant(key.revokedAt) })
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
