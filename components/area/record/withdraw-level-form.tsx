import { useTranslations } from 'next-intl';
import { useSay } from '@/components/ui/use-say';
import { changeToCome } from '@/domain/area/change-to-come';
import type { FormProps } from './form-props';
import { ReasonForm } from './reason-form';

/** Withdraw a decided change of level before its hour. */
export function WithdrawLevelForm(props: FormProps) {
  const { area, actions, ...form } = props;
  const t = useTranslations('area.scheduled');
  const levelWord = useTranslations('area.levelWord');
  const { sayInstant } = useSay();
  const change = changeToCome(area.facts.designations, area.at);
  if (!change) return <p>{t('gone')}</p>;
  const { effectiveAt, from, to } = change;
  return (
    <ReasonForm
      {...form}
      draftKey={`${area.id}.withdraw-level.${effectiveAt}`}
      effect={<p>{from === null ? t('thenNone') : t('then', { level: levelWord(from) })}</p>}
      submitLabel={t('submit')}
      act={(reason, key) => actions.withdrawLevel({ areaId: area.id, effectiveAt, reason }, key)}
      done={t('done')}
    >
      <p>{t('what', { time: sayInstant(effectiveAt), level: levelWord(to ?? 'LOW') })}</p>
    </ReasonForm>
  );
}
