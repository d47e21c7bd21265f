import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleX,
  IconClockExclamation,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { AreaView } from '@/domain/area/area-view';
import type { RoundStanding, RoundState } from '@/domain/area/decision';
import classes from './count.module.css';

const LOOK: Record<RoundState, { tone: 'good' | 'bad' | 'wait'; Icon: TablerIcon }> = {
  NOT_REQUIRED: { tone: 'good', Icon: IconCircle },
  AHEAD: { tone: 'wait', Icon: IconCircle },
  MISSING: { tone: 'bad', Icon: IconAlertTriangle },
  INCOMPLETE: { tone: 'bad', Icon: IconAlertTriangle },
  POSITIVE: { tone: 'bad', Icon: IconCircleX },
  EARLY: { tone: 'bad', Icon: IconClockExclamation },
  COMPLETE: { tone: 'good', Icon: IconCircleCheck },
};

/** The screening round the decision rests on: its state, its figures, and how many persons are missing. */
export function AreaRound(props: { round: RoundStanding; onDay: number; area: AreaView }) {
  const { round, onDay, area } = props;
  const t = useTranslations('area.round');
  const { state, target, tested, positive, requiredOnDay } = round;
  const { tone, Icon } = LOOK[state];
  return (
    <div className={classes.round} data-tone={tone}>
      <h3>{t('title')}</h3>
      <p className={classes.state}>
        <Icon size={16} stroke={2} aria-hidden="true" />
        {t(`state.${state}`)}
      </p>
      {target !== null ? (
        <p>
          {t('figures', { target, tested, positive })}
          {state === 'INCOMPLETE' && <strong> · {t('lacking', { count: target - tested })}</strong>}
        </p>
      ) : (
        <p>{area.population === null ? t('noTarget') : t('target', { count: area.population })}</p>
      )}
      {requiredOnDay !== null && state !== 'COMPLETE' && (
        <p className={classes.small}>{t('onDay', { index: onDay, day: requiredOnDay.slice(5) })}</p>
      )}
    </div>
  );
}
