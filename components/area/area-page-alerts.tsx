import { useTranslations } from 'next-intl';
import { ZonedTime } from '@/components/ui/zoned-time';
import classes from './area-page.module.css';
import type { AreaView } from './area-page-view';

/** What must not be overlooked: conditions met and the level still standing, or a change decided for later. */
export function AreaAlerts({ area }: { area: AreaView }) {
  const t = useTranslations('area');
  const levelWord = useTranslations('area.levelWord');
  const { decision, facts, at } = area;
  const standing = facts.designations.find((one) => one.id === decision?.designationId);
  const ends = standing?.validTo ?? null;
  const next = facts.designations.find((one) => one.validFrom > at);
  return (
    <>
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
            to: next?.level ?? 'LOW',
          })}
        </p>
      )}
      {ends === null && next && (
        <p className={classes.alert}>
          {t.rich('scheduled.starts', {
            time: () => <ZonedTime key="starts" at={next.validFrom} now={at} zone />,
            level: levelWord(next.level),
          })}
        </p>
      )}
    </>
  );
}
