import { useTranslations } from 'next-intl';
import { RecordLink } from '@/components/area/record/record-link';
import { ZonedTime } from '@/components/ui/zoned-time';
import type { AreaView } from '@/domain/area/area-view';
import { changeToCome } from '@/domain/area/change-to-come';
import classes from './area-page.module.css';
import { AreaBasis } from './lost-basis';

/**
 * What must not be overlooked: conditions met and the level still standing, a lowering that is not borne out any more, or
 * a change decided for later.
 */
export function AreaAlerts({ area, mayAct }: { area: AreaView; mayAct: boolean }) {
  const t = useTranslations('area');
  const levelWord = useTranslations('area.levelWord');
  const { decision, facts, at } = area;
  const standing = facts.designations.find((one) => one.id === decision?.designationId);
  const ends = standing?.validTo ?? null;
  const next = facts.designations.find((one) => one.validFrom > at);
  const withdraw = mayAct && changeToCome(facts.designations, at) && (
    <>
      {' '}
      <RecordLink dialog="withdraw-level">{t('scheduled.withdraw')}</RecordLink>
    </>
  );
  return (
    <>
      <AreaBasis area={area} mayAct={mayAct} />
      {decision?.outcome === 'LOWER' && (
        <p className={classes.alert} data-loud role="alert">
          {t('late')}
        </p>
      )}
      {decision?.outcome === 'NEEDS_EXPERT_DECISION' && <p className={classes.alert}>{t('expert')}</p>}
      {ends !== null && (
        <p className={classes.alert}>
          {t.rich('scheduled.ends', {
            time: () => <ZonedTime key="ends" at={ends} now={at} zone />,
            to: next?.status ?? 'LOW',
          })}
          {withdraw}
        </p>
      )}
      {ends === null && next && (
        <p className={classes.alert}>
          {t.rich('scheduled.starts', {
            time: () => <ZonedTime key="starts" at={next.validFrom} now={at} zone />,
            level: levelWord(next.status),
          })}
          {withdraw}
        </p>
      )}
    </>
  );
}
