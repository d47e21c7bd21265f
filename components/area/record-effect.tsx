import { useLocale, useTranslations } from 'next-intl';
import { useSay } from '@/components/ui/use-say';
import { AreaMissing } from './area-page-missing';
import type { AreaView } from './area-page-view';
import classes from './record-form.module.css';
import { type EvidenceChange, previewOf } from './record-preview';

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
