import { Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RecordForm } from '@/components/form/record-form';
import { type ReadForm, useActForm } from '@/components/form/use-act-form';
import type { Answer } from '@/domain/acts/answer';
import { reasonText } from '@/domain/acts/fields';

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
  act: (reason: string, key: string) => Promise<Answer>;
  done: string;
  onClose: () => void;
  onDone: (message: string) => void;
}) {
  const { draftKey, effect, submitLabel, act, done, onClose, onDone } = props;
  const t = useTranslations('area.form');
  const form = useActForm({
    draft: draftKey,
    initial: { reason: '' },
    read: readReason,
    words: () => t('field.reason'),
  });
  return (
    <RecordForm
      form={form}
      effect={effect}
      submitLabel={submitLabel}
      onSubmit={() => form.send(act, () => onDone(done))}
      onClose={onClose}
    >
      {props.children}
      <Textarea
        label={t('reason')}
        required
        rows={2}
        maxLength={1000}
        data-autofocus
        {...form.field('reason')}
      />
    </RecordForm>
  );
}

function readReason({ reason }: { reason: string }): ReadForm<string> {
  return reasonText.safeParse(reason).success
    ? { input: reason, faults: [] }
    : { input: null, faults: ['reason'] };
}
