import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { FindDivisions } from '../division/division-option';
import { type AccountRow, ROLES } from './account-types';
import { NewPasswordField, SelectField, TextField } from './action-fields';
import { ActionForm, SubmitButton } from './action-form';
import type { FormAction } from './action-state';
import classes from './admin.module.css';
import { ReachField } from './reach-field';

/** Change one account's role, division or state, for a reason, or give it a new password. */
export function AccountEditor(props: {
  account: AccountRow;
  find: FindDivisions;
  mayReachAll: boolean;
  change: FormAction;
  setPassword: FormAction;
}) {
  const { account } = props;
  const t = useTranslations('admin.accounts');
  const role = useTranslations('shell.role');
  return (
    <section id="account" className={classes.editor} aria-labelledby="account-title">
      <header>
        <h3 id="account-title">{t('changeOf', { name: account.displayName })}</h3>
        <Link href="/admin" prefetch={false}>
          {t('close')}
        </Link>
      </header>
      <ActionForm action={props.change}>
        <input type="hidden" name="id" value={account.id} />
        <SelectField
          name="role"
          label={t('role')}
          defaultValue={account.role}
          data={ROLES.map((value) => ({ value, label: role(value) }))}
        />
        <ReachField
          name="divisionCode"
          label={t('division')}
          one={t('oneDivision')}
          whole={props.mayReachAll ? t('wholeNation') : null}
          start={reachOf(account)}
          find={props.find}
        />
        <SelectField
          name="active"
          label={t('state')}
          defaultValue={account.active ? 'on' : 'off'}
          data={[
            { value: 'on', label: t('active') },
            { value: 'off', label: t('off') },
          ]}
        />
        <TextField name="reason" label={t('reason')} description={t('reasonHint')} maxLength={500} required />
        <SubmitButton>{t('save')}</SubmitButton>
      </ActionForm>
      <ActionForm action={props.setPassword}>
        <input type="hidden" name="id" value={account.id} />
        <NewPasswordField
          name="password"
          label={t('newPassword')}
          description={t('newPasswordHint')}
          showLabel={t('showPassword')}
          minLength={10}
          required
        />
        <SubmitButton variant="default">{t('setPassword')}</SubmitButton>
      </ActionForm>
    </section>
  );
}

function reachOf({ divisionCode, divisionName }: AccountRow) {
  return divisionCode === null
    ? 'whole'
    : { code: divisionCode, name: divisionName ?? divisionCode, above: '' };
}
