import { useTranslations } from 'next-intl';
import type { DivisionOption, FindDivisions } from '../division/division-option';
import { ROLES } from './account-types';
import { NewPasswordField, SelectField, TextField } from './action-fields';
import { ActionForm, SubmitButton } from './action-form';
import type { FormAction } from './action-state';
import classes from './admin.module.css';
import { ReachField } from './reach-field';

/** Make an account. @param props.place the administrator's own division, offered first; null for none */
export function NewAccountForm(props: {
  create: FormAction;
  find: FindDivisions;
  place: DivisionOption | null;
  mayReachAll: boolean;
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
        <ReachField
          name="divisionCode"
          label={t('division')}
          one={t('oneDivision')}
          whole={props.mayReachAll ? t('wholeNation') : null}
          start={props.place}
          find={props.find}
        />
        <SubmitButton>{t('create')}</SubmitButton>
      </ActionForm>
    </details>
  );
}
