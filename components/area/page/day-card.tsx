import {
  IconCircle,
  IconCircleCheck,
  IconCircleHalf2,
  IconFlag,
  IconRefresh,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { DayCard } from '@/domain/area/day-cards';
import type { StartEvent } from '@/domain/policy/types';
import { writeTimeOf } from '@/domain/time/say-instant';
import classes from './count.module.css';

const ICONS: Record<DayCard['state'], TablerIcon> = {
  START: IconFlag,
  BROKEN: IconRefresh,
  CLEAR: IconCircleCheck,
  RUNNING: IconCircleHalf2,
  AHEAD: IconCircle,
};

/**
 * One day of the count with its evidence; its state by word, shape and colour.
 * @param props.at the clock's present, epoch ms
 * @param props.event what the count started from, on the card of the start; null on the others
 */
export function DayCardItem(props: { card: DayCard; at: number; event: StartEvent | null }) {
  const { card, at, event } = props;
  const t = useTranslations('area.count');
  const Icon = ICONS[card.state];
  return (
    <li className={classes.card} data-state={card.state}>
      <p className={classes.state}>
        <Icon size={16} stroke={2} aria-hidden="true" />
        {t(`state.${card.state}`)}
      </p>
      <h3>{event === null ? t('day', { index: card.index }) : t(`event.${event}`)}</h3>
      <p className={classes.date}>
        <time dateTime={card.day}>{card.day.slice(5)}</time>
      </p>
      <Evidence card={card} />
      {card.state === 'RUNNING' && (
        <p className={classes.small}>{t('cutOff', { time: writeTimeOf(card.day, at) })}</p>
      )}
      {card.roundDay && <p className={classes.needed}>{t('roundDay')}</p>}
    </li>
  );
}

function Evidence({ card }: { card: DayCard }) {
  const t = useTranslations('area');
  if (card.state === 'AHEAD') return <p className={classes.small}>{t('count.notYet')}</p>;
  const { counted, fromScreening, tested, positive } = card;
  return (
    <>
      <p>
        {counted > 0 ? t('count.casesCounted', { count: counted }) : t('count.cases', { count: counted })}
      </p>
      {fromScreening > 0 && (
        <p className={classes.small}>{t('count.ofScreening', { count: fromScreening })}</p>
      )}
      {card.exclusions.map(({ exclusion, count }) => (
        <p key={exclusion} className={classes.small}>
          {t('count.excluded', { count, why: t(`exclusion.${exclusion ?? 'NONE'}`) })}
        </p>
      ))}
      {tested > 0 && <p className={classes.small}>{t('count.screened', { tested, positive })}</p>}
    </>
  );
}
