import './level.css';
import { useTranslations } from 'next-intl';
import type { Level } from '@/domain/level/level';
import classes from './level-badge.module.css';
import { LevelShape } from './level-shape';

/**
 * A level as word + shape + colour: 「▲ 高风险区」.
 * @param props.short the one-word form (高 / 中 / 低) for tables and lists
 * @param props.size `lg` for the first line of a page or an answer
 */
export function LevelBadge(props: { level: Level; short?: boolean; size?: 'sm' | 'md' | 'lg' }) {
  const { level, short = false, size = 'md' } = props;
  const t = useTranslations('level');
  return (
    <span className={classes.badge} data-level={level} data-size={size}>
      <LevelShape level={level} size={size === 'lg' ? 22 : size === 'sm' ? 10 : 12} />
      {t(`${short ? 'short' : 'long'}.${level}`)}
    </span>
  );
}
