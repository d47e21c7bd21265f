import { useTranslations } from 'next-intl';
import { DayDots } from '@/components/ui/day-dots';
import { ZonedTime } from '@/components/ui/zoned-time';
import type { AreaView } from '@/domain/area/area-view';
import { type DayCard, dayCards } from '@/domain/area/day-cards';
import type { Decision } from '@/domain/area/decision';
import classes from './count.module.css';
import { DayCardItem } from './day-card';
import { AreaPanel } from './panel';
import { AreaRound } from './round';
import { AreaWhy } from './why';

/** The count of days with its evidence, the round, the earliest release, and why it is counted so. */
export function AreaCountdown({ area, decision }: { area: AreaView; decision: Decision }) {
  const t = useTranslations('area.count');
  const { counting, stage } = decision;
  return (
    <AreaPanel id="count" title={t('title')}>
      <Earliest decision={decision} />
      {counting?.startEvent ? (
        <Days area={area} decision={decision} />
      ) : (
        <p className={classes.small}>{t('noStart')}</p>
      )}
      {stage?.round && <AreaRound round={decision.round} onDay={stage.round.onDay} area={area} />}
      <AreaWhy area={area} decision={decision} />
    </AreaPanel>
  );
}

function Earliest({ decision }: { decision: Decision }) {
  const t = useTranslations('area.count');
  const { counting, dueAt, earliestRelease, at } = decision;
  const when = dueAt ?? earliestRelease;
  return (
    <div className={classes.earliest}>
      <p>
        <span>{dueAt === null ? t('earliest') : t('due')}</span>
        <strong>{when === null ? t('noEarliest') : <ZonedTime at={when} now={at} zone />}</strong>
      </p>
      {counting && (
        <p>
          <DayDots counted={counting.completed} total={counting.required} />
          <span>{t('progress', { completed: counting.completed, required: counting.required })}</span>
        </p>
      )}
    </div>
  );
}

function Days({ area, decision }: { area: AreaView; decision: Decision }) {
  const t = useTranslations('area.count');
  const { counting, stage, at } = decision;
  if (!counting) return null;
  const { start, required, after } = dayCards(counting, area.facts.infections, stage?.round?.onDay ?? null);
  const item = (card: DayCard) => (
    <DayCardItem
      key={card.index}
      card={card}
      at={at}
      event={card.index === 0 ? (counting.startEvent?.kind ?? null) : null}
    />
  );
  const [first, last] = [after[0], after.at(-1)];
  return (
    <>
      <ol className={classes.days}>
        {start && item(start)}
        {required.map(item)}
      </ol>
      {first && last && (
        <details className={classes.after}>
          <summary>
            {t('after', { count: after.length, from: first.day.slice(5), to: last.day.slice(5) })}
          </summary>
          <ol className={classes.days}>{after.map(item)}</ol>
        </details>
      )}
    </>
  );
}
