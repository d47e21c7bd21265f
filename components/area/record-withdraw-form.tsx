import { Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useSay } from '@/components/ui/use-say';
import type { InfectionFact, ScreeningFact } from '@/domain/area/types';
import { dayOf } from '@/domain/time/shanghai';
import type { FormProps } from './form-props';
import { RecordEffect } from './record-effect';
import { RecordForm } from './record-form';
import { useDraft } from './use-draft';
import { useSubmit } from './use-submit';

/** Withdraw a record that should never have been made. Both null: it was corrected or withdrawn meanwhile. */
export function RecordWithdrawForm(
  props: FormProps & { infection: InfectionFact | null; screening: ScreeningFact | null },
) {
  const { area, actions, infection, screening, onClose, onDone } = props;
  const t = useTranslations('area');
  const { sayDay } = useSay();
  const record = infection ?? screening;
  const draft = useDraft(`${area.id}.withdraw.${record?.id ?? 'none'}`, { reason: '' });
  const { pending, refusal, submit, refuse } = useSubmit();
  const { reason } = draft.fields;

  if (!record) return <p>{t('withdraw.gone')}</p>;
  const onSubmit = () => {
    if (reason.trim().length < 2) return refuse(['reason']);
    const kind = infection ? 'INFECTION' : 'SCREENING';
    return submit(
      () => actions.withdraw({ areaId: area.id, record: kind, recordId: record.id, reason }),
      () => {
        draft.forget();
        onDone(t('withdraw.done'));
      },
    );
  };
  return (
    <RecordForm
      refusal={refusal}
      pending={pending}
      restored={draft.restored}
      effect={<RecordEffect area={area} change={{ without: record.id }} />}
      submitLabel={t('withdraw.submit')}
      onSubmit={onSubmit}
      onClose={onClose}
      onDiscard={draft.discard}
    >
      <p>
        {infection && t('withdraw.infection', { count: infection.count, day: sayDay(infection.foundOn) })}
        {screening &&
          t('withdraw.screening', {
            tested: screening.tested,
            positive: screening.positive,
            day: sayDay(dayOf(screening.from)),
          })}
      </p>
      <Textarea
        label={t('form.reason')}
        required
        rows={2}
        maxLength={1000}
        data-autofocus
        value={reason}
        onChange={(event) => draft.change({ reason: event.currentTarget.value })}
        error={refusal?.fields.includes('reason') && t('form.field.reason')}
      />
    </RecordForm>
  );
}
