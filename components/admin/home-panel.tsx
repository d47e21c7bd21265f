import { useTranslations } from 'next-intl';
import type { FindDivisions } from '../division/division-option';
import { TextField } from './action-fields';
import { ActionForm, SubmitButton } from './action-form';
import type { FormAction } from './action-state';
import classes from './admin.module.css';
import { ReachField } from './reach-field';

/**
 * Whose headquarters this deployment is, and the form to say it.
 * @param props.home 'unsaid' while nobody has said it; null where it was said that there is none
 */
export function HomePanel(props: {
  home: { code: string; name: string } | 'unsaid' | null;
  find: FindDivisions;
  set: FormAction;
}) {
  const { home } = props;
  const t = useTranslations('admin.home');
  const now = home === 'unsaid' ? t('unsaid') : home ? t('is', { name: home.name }) : t('none');
  return (
    <section id="home" className={classes.panel} aria-labelledby="home-title">
      <h2 id="home-title">{t('title')}</h2>
      <p>
        <strong>{now}</strong> {t('text')}
      </p>
      <details className={classes.fold} open={home === 'unsaid'}>
        <summary>{home === 'unsaid' ? t('say') : t('change')}</summary>
        <ActionForm action={props.set}>
          <ReachField
            name="divisionCode"
            label={t('whose')}
            one={t('one')}
            whole={t('nobody')}
            start={home === 'unsaid' ? null : home ? { ...home, above: '' } : 'whole'}
            find={props.find}
          />
          <TextField name="reason" label={t('reason')} maxLength={500} required />
          <SubmitButton>{t('save')}</SubmitButton>
        </ActionForm>
      </details>
    </section>
  );
}
