import type { Level } from '@/domain/level/level';
import { LEVEL_STROKE, LEVEL_TOKENS } from './level-tokens';

const paths = new Map<string, Path2D>();

function pathOf(data: string): Path2D {
  const known = paths.get(data);
  if (known) return known;
  const made = new Path2D(data);
  paths.set(data, made);
  return made;
}

/**
 * Draw the shape of a level on a canvas with a white rim, so that neighbours stay apart.
 * @param x centre, in the context's units
 * @param y centre
 * @param size side of the box that holds the shape
 */
export function drawLevelShape(
  ctx: CanvasRenderingContext2D,
  level: Level,
  x: number,
  y: number,
  size: number,
): void {
  const { shape, filled, hatch, mark } = LEVEL_TOKENS[level];
  const scale = size / 16;
  ctx.save();
  ctx.translate(x - size / 2, y - size / 2);
  ctx.scale(scale, scale);
  ctx.lineJoin = 'round';
  ctx.strokeStyle = '#ffffff';
  ctx.lineWidth = (filled ? 0 : LEVEL_STROKE) + 1.8 / scale;
  ctx.stroke(pathOf(shape));
  ctx.fillStyle = filled ? mark : '#ffffff';
  ctx.fill(pathOf(shape));
  if (!filled) {
    ctx.strokeStyle = mark;
    ctx.lineWidth = LEVEL_STROKE;
    ctx.stroke(pathOf(hatch === null ? shape : shape + hatch));
  }
  ctx.restore();
}
