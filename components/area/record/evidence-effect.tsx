import { useLocale, useTranslations } from 'next-intl';
import { AreaMissing } from '@/components/area/missing-text';
import classes from '@/components/form/record-form.module.css';
import { useSay } from '@/components/ui/use-say';
import type { AreaView } from '@/domain/area/area-view';
import { type EvidenceChange, previewOf } from '@/domain/area/preview-evidence';

/**
 * What stands once the change is made: what the rule will say, and whether a lowering it made before is still borne out.
 * Nothing while the fields are not whole.
 */
export function RecordEffect({ area, change }: { area: AreaView; change: EvidenceChange | null }) {
  const t = useTranslations('area.basis');
  const levelWord = useTranslations('area.levelWord');
  const english = useLocale() === 'en';
  const { sayInstant } = useSay();
  if (!change) return null;
  const { ruled, basis } = previewOf(area, change);
  const told = basis && { time: sayInstant(basis.loweredAt), level: levelWord(basis.from) };
  return (
    <>
      {ruled && <p>{english ? ruled.said.en : ruled.said.zh}</p>}
      {told && (
        <div className={classes.warning}>
          <p>{t('willBe', told)}</p>
          <AreaMissing missing={basis?.missing ?? []} />
        </div>
      )}
      {!told && area.basis && <p>{t('again')}</p>}
      {!ruled && !told && !area.basis && <p>{t('untouched')}</p>}
    </>
  );
}
