import { Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RecordForm } from '@/components/form/record-form';
import { useDraft } from '@/components/form/use-draft';
import { useSubmit } from '@/components/form/use-submit';
import type { ActionAnswer } from './inputs';

/**
 * An act that asks for its reason and nothing else.
 * @param props.draftKey names the act and what it is about
 * @param props.children what it is about
 * @param props.effect said before it is done
 * @param props.done the sentence that says what happened
 */
export function ReasonForm(props: {
  draftKey: string;
  children: ReactNode;
  effect: ReactNode;
  submitLabel: string;
  act: (reason: string) => Promise<ActionAnswer>;
  done: string;
  onClose: () => void;
  onDone: (message: string) => void;
}) {
  const { draftKey, effect, submitLabel, act, done, onClose, onDone } = props;
  const t = useTranslations('area.form');
  const draft = useDraft(draftKey, { reason: '' });
  const { pending, refusal, submit, refuse } = useSubmit();
  const { reason } = draft.fields;
  const onSubmit = () => {
    if (reason.trim().length < 2) return refuse(['reason']);
    return submit(
      () => act(reason),
      () => {
        draft.forget();
        onDone(done);
      },
    );
  };
  return (
    <RecordForm
      refusal={refusal}
      pending={pending}
      restored={draft.restored}
      effect={effect}
      submitLabel={submitLabel}
      onSubmit={onSubmit}
      onClose={onClose}
      onDiscard={draft.discard}
    >
      {props.children}
      <Textarea
        label={t('reason')}
        required
        rows={2}
        maxLength={1000}
        data-autofocus
        value={reason}
        onChange={(event) => draft.change({ reason: event.currentTarget.value })}
        error={refusal?.fields.includes('reason') && t('field.reason')}
      />
    </RecordForm>
  );
}
