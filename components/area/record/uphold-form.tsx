import { useTranslations } from 'next-intl';
import { AreaMissing } from '@/components/area/missing-text';
import { useSay } from '@/components/ui/use-say';
import type { FormProps } from './form-props';
import { ReasonForm } from './reason-form';

/** Let a lowering stand that the records do not bear out any more, with a reason. */
export function UpholdForm(props: FormProps) {
  const { area, actions, ...form } = props;
  const t = useTranslations('area.basis');
  const levelWord = useTranslations('area.levelWord');
  const { sayInstant } = useSay();
  const { basis } = area;
  if (!basis) return <p>{t('again')}</p>;
  const { designationId } = basis;
  return (
    <ReasonForm
      {...form}
      draftKey={`${area.id}.uphold.${designationId}`}
      effect={<p>{t('upheld')}</p>}
      submitLabel={t('submit')}
      act={(reason, key) => actions.uphold({ areaId: area.id, designationId, reason }, key)}
      done={t('done')}
    >
      <p>{t('text', { time: sayInstant(basis.loweredAt), level: levelWord(basis.from) })}</p>
      <AreaMissing missing={basis.missing} />
    </ReasonForm>
  );
}
