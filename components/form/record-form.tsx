import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import classes from './record-form.module.css';
import type { ActFormState, Refusal } from './use-act-form';

/**
 * One column of fields with what the act will do, why it was refused, and the button that does it.
 * @param props.refusal shown instead of the form's own; null where the fields say it better
 * @param props.effect said before it is done
 */
export function RecordForm(props: {
  form: ActFormState;
  refusal?: Refusal | null;
  effect: ReactNode;
  submitLabel: string;
  blocked?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { pending, restored, discard } = props.form;
  const { refusal = props.form.refusal, effect, submitLabel, blocked = false } = props;
  const t = useTranslations('area.form');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!refusal || refusal.fields.length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusal]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <form ref={form} className={classes.form} onSubmit={onSubmit} noValidate aria-busy={pending}>
      {restored && (
        <p className={classes.restored}>
          {t('restored')}
          <Button size="compact-sm" variant="subtle" onClick={discard}>
            {t('discard')}
          </Button>
        </p>
      )}
      {props.children}
      {effect && (
        <div className={classes.effect} aria-live="polite">
          <h3>{t('effect')}</h3>
          {effect}
        </div>
      )}
      {refusal && (
        <p className={classes.refusal} role="alert">
          {refusal.fields.length > 0 ? t('fix') : t(`refusal.${refusal.kind}`)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={props.onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" disabled={pending || blocked}>
          {pending ? t('submitting') : submitLabel}
        </Button>
      </div>
    </form>
  );
}
