import '../level/level.css';
import { useTranslations } from 'next-intl';
import { LEVELS, type Level } from '@/domain/level/level';
import { LevelShape } from '../level/level-shape';
import type { Placed } from './place-areas';
import classes from './risk-map.module.css';

/**
 * What the map's symbols and grounds mean and how many there are, and how many places are marked less exactly than
 * their own spot.
 * @param props.sums places of each level
 * @param props.placed null before it is known where places lie
 * @param props.grounds counties of each derived level; empty when the map says nothing about the ground
 * @param props.summed the map counts by prefecture or province when it shows much
 */
export function MapLegend(props: {
  sums: Readonly<Record<Level, number>>;
  placed: Placed | null;
  grounds: readonly (readonly [Level, number])[];
  summed: boolean;
}) {
  const { sums, placed, grounds, summed } = props;
  const t = useTranslations('ui.map');
  const tLevel = useTranslations('level.long');
  const held = LEVELS.filter((level) => sums[level] > 0);
  return (
    <div className={classes.legend}>
      <ul className={classes.keys}>
        {held.map((level) => (
          <li key={level}>
            <LevelShape level={level} size={13} /> {tLevel(level)}{' '}
            <b>{t('places', { count: sums[level] })}</b>
          </li>
        ))}
        {held.length === 0 && <li>{t('empty')}</li>}
        {grounds.map(([level, count]) => (
          <li key={`ground ${level}`}>
            <span className={classes.ground} data-level={level}>
              <LevelShape level={level} size={8} />
            </span>{' '}
            {t(`ground.${level}`)} <b>{t('counties', { count })}</b>
          </li>
        ))}
      </ul>
      {placed && placed.atCounty > 0 && <p>{t('atCounty', { count: placed.atCounty })}</p>}
      {summed && held.length > 0 && <p>{t('summed')}</p>}
      {placed && placed.atPrefecture > 0 && <p>{t('atPrefecture', { count: placed.atPrefecture })}</p>}
      {placed && placed.offMap > 0 && <p>{t('offMap', { count: placed.offMap })}</p>}
    </div>
  );
}
