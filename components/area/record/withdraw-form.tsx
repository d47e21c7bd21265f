import { useTranslations } from 'next-intl';
import { useSay } from '@/components/ui/use-say';
import type { InfectionFact, ScreeningFact } from '@/domain/area/types';
import { dayOf } from '@/domain/time/shanghai';
import { RecordEffect } from './evidence-effect';
import type { FormProps } from './form-props';
import { ReasonForm } from './reason-form';

/** Withdraw a record that should never have been made. Both null: it was corrected or withdrawn meanwhile. */
export function RecordWithdrawForm(
  props: FormProps & { infection: InfectionFact | null; screening: ScreeningFact | null },
) {
  const { area, actions, infection, screening, ...form } = props;
  const t = useTranslations('area.withdraw');
  const { sayDay } = useSay();
  const record = infection ?? screening;
  if (!record) return <p>{t('gone')}</p>;
  const kind = infection ? 'INFECTION' : 'SCREENING';
  return (
    <ReasonForm
      {...form}
      draftKey={`${area.id}.withdraw.${record.id}`}
      effect={<RecordEffect area={area} change={{ without: record.id }} />}
      submitLabel={t('submit')}
      act={(reason, key) =>
        actions.withdraw({ areaId: area.id, record: kind, recordId: record.id, reason }, key)
      }
      done={t('done')}
    >
      <p>
        {infection && t('infection', { count: infection.count, day: sayDay(infection.foundOn) })}
        {screening &&
          t('screening', {
            tested: screening.tested,
            positive: screening.positive,
            day: sayDay(dayOf(screening.from)),
          })}
      </p>
    </ReasonForm>
  );
}
