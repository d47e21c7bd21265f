import { useTranslations } from 'next-intl';
import { AreaMissing } from '@/components/area/missing-text';
import { RecordLink } from '@/components/area/record/record-link';
import { useSay } from '@/components/ui/use-say';
import type { AreaView } from '@/domain/area/area-view';
import classes from './area-page.module.css';

/**
 * That a lowering by the rule is not borne out any more: what was missing then, and what an officer can do about it.
 * Nothing moves by itself.
 */
export function AreaBasis({ area, mayAct }: { area: AreaView; mayAct: boolean }) {
  const t = useTranslations('area.basis');
  const levelWord = useTranslations('area.levelWord');
  const { sayInstant } = useSay();
  const { basis } = area;
  if (!basis) return null;
  return (
    <div className={classes.alert} data-loud role="alert">
      <p>
        <strong>{t('title')}</strong>{' '}
        {t('text', { time: sayInstant(basis.loweredAt), level: levelWord(basis.from) })}
      </p>
      <AreaMissing missing={basis.missing} />
      <p>{t('still')}</p>
      {mayAct && (
        <p className={classes.choices}>
          <RecordLink dialog="level">{t('raise', { level: levelWord(basis.from) })}</RecordLink>
          <RecordLink dialog="uphold">{t('uphold')}</RecordLink>
        </p>
      )}
    </div>
  );
}
