import { useTranslations } from 'next-intl';
import { type OfferedDivision, ROLES } from './account-types';
import { DivisionField, NewPasswordField, SelectField, TextField } from './action-fields';
import { ActionForm, SubmitButton } from './action-form';
import type { FormAction } from './action-state';
import classes from './admin.module.css';

/** Make an account. @param props.home code of the administrator's own division, '' for the nation */
export function NewAccountForm(props: {
  create: FormAction;
  offered: readonly OfferedDivision[];
  home: string;
}) {
  const t = useTranslations('admin.accounts');
  const role = useTranslations('shell.role');
  return (
    <details className={classes.fold}>
      <summary>{t('add')}</summary>
      <ActionForm action={props.create}>
        <TextField
          name="name"
          label={t('name')}
          description={t('nameHint')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          required
        />
        <TextField name="displayName" label={t('displayName')} autoComplete="off" maxLength={60} required />
        <NewPasswordField
          name="password"
          label={t('firstPassword')}
          description={t('passwordHint')}
          showLabel={t('showPassword')}
          minLength={10}
          required
        />
        <SelectField
          name="role"
          label={t('role')}
          data={ROLES.map((value) => ({ value, label: role(value) }))}
        />
        <DivisionField
          name="divisionCode"
          label={t('division')}
          description={t('divisionHint')}
          defaultValue={props.home}
          offered={props.offered}
        />
        <SubmitButton>{t('create')}</SubmitButton>
      </ActionForm>
    </details>
  );
}
