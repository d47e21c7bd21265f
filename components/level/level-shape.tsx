import type { Level } from '@/domain/level/level';
import { LEVEL_STROKE, LEVEL_TOKENS } from './level-tokens';

/**
 * The shape of a level as inline SVG, in the level's colour. Decorative: the word stands beside it, so it is hidden
 * from assistive technology unless `title` is given.
 * @param props.size side in CSS pixels, 14 by default
 */
export function LevelShape(props: { level: Level; size?: number; title?: string }) {
  const { level, size = 14, title } = props;
  const { shape, filled, hatch, mark } = LEVEL_TOKENS[level];
  const naming =
    title === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': title };
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} focusable="false" {...naming}>
      <path
        d={hatch === null ? shape : shape + hatch}
        fill={filled ? mark : 'none'}
        stroke={filled ? 'none' : mark}
        strokeWidth={LEVEL_STROKE}
      />
    </svg>
  );
}
