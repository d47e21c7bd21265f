import { useTranslations } from 'next-intl';
import { NewPasswordField } from './action-fields';
import { ActionForm, SubmitButton } from './action-form';
import type { FormAction } from './action-state';

/** The present password, a new one, and that again. */
export function OwnPasswordForm({ change }: { change: FormAction }) {
  const t = useTranslations('admin.own');
  const showLabel = useTranslations('admin.accounts')('showPassword');
  const field = { showLabel, maxLength: 200, required: true };
  return (
    <ActionForm action={change}>
      <NewPasswordField {...field} name="old" label={t('old')} autoComplete="current-password" />
      <NewPasswordField {...field} name="password" label={t('new')} description={t('hint')} minLength={10} />
      <NewPasswordField {...field} name="again" label={t('again')} minLength={10} />
      <SubmitButton>{t('save')}</SubmitButton>
    </ActionForm>
  );
}
