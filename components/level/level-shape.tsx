import type { Level } from '@/domain/level/level';
import { LEVEL_STROKE, LEVEL_TOKENS } from './level-tokens';

/**
 * The shape of a level as inline SVG, in the level's colour. Hidden from assistive technology: the word of the level
 * always stands beside it.
 * @param props.size side in CSS pixels, 14 by default
 */
export function LevelShape(props: { level: Level; size?: number }) {
  const { level, size = 14 } = props;
  const { shape, filled, hatch, mark } = LEVEL_TOKENS[level];
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} focusable="false" aria-hidden="true">
      <path
        d={hatch === null ? shape : shape + hatch}
        fill={filled ? mark : 'none'}
        stroke={filled ? 'none' : mark}
        strokeWidth={LEVEL_STROKE}
      />
    </svg>
  );
}
