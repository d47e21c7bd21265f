import { LEVELS, type Level } from '@/domain/level/level';
import { drawLevelShape } from '../level/draw-level-shape';
import type { ScreenBox } from './label-layout';
import { MAP_LOOK } from './map-look';
import type { PlacedGroup } from './place-areas';

/** One level of a counted symbol, laid out from the pill's left edge. */
export interface PillPart {
  readonly level: Level;
  readonly text: string;
  /** Side of the shape, CSS pixels. */
  readonly size: number;
  readonly width: number;
}

const PADDING = 5;
const GAP = 3;
export const PILL_HEIGHT = 20;

/** Side of a shape: grows with the logarithm of the count, 10 to 17 px. */
function sizeOf(count: number): number {
  return Math.min(17, 10 + 2 * Math.log10(count));
}

/** The levels a group holds, with what each takes up in the context's font. */
export function pillParts(ctx: CanvasRenderingContext2D, group: PlacedGroup): PillPart[] {
  return LEVELS.flatMap((level) => {
    const count = group.counts[level] ?? 0;
    if (count === 0) return [];
    const text = String(count);
    const size = sizeOf(count);
    return [{ level, text, size, width: size + GAP + ctx.measureText(text).width }];
  });
}

/** The pill around all parts, its middle at x, y. */
export function pillBox(parts: readonly PillPart[], x: number, y: number): ScreenBox {
  const inner = parts.reduce((sum, part) => sum + part.width, 0) + 2 * GAP * (parts.length - 1);
  const width = inner + 2 * PADDING;
  return { x: x - width / 2, y: y - PILL_HEIGHT / 2, width, height: PILL_HEIGHT };
}

/** The shapes alone, side by side, where a pill has no room. */
export function bareBox(parts: readonly PillPart[], x: number, y: number): ScreenBox {
  const width = parts.reduce((sum, { size }) => sum + size, 0);
  const height = Math.max(0, ...parts.map(({ size }) => size));
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** A rounded label with shape and number of every level: plainly a count, not a spot on the ground. */
export function drawPill(ctx: CanvasRenderingContext2D, parts: readonly PillPart[], box: ScreenBox): void {
  ctx.beginPath();
  ctx.roundRect(box.x, box.y, box.width, box.height, box.height / 2);
  ctx.fillStyle = MAP_LOOK.pill;
  ctx.fill();
  ctx.strokeStyle = MAP_LOOK.pillLine;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.fillStyle = MAP_LOOK.ink;
  const middle = box.y + box.height / 2;
  let x = box.x + PADDING;
  for (const { level, text, size, width } of parts) {
    drawLevelShape(ctx, level, x + size / 2, middle, size);
    ctx.fillStyle = MAP_LOOK.ink;
    ctx.fillText(text, x + size + GAP, middle + 0.5);
    x += width + 2 * GAP;
  }
}

/** The shapes alone. */
export function drawBare(ctx: CanvasRenderingContext2D, parts: readonly PillPart[], box: ScreenBox): void {
  let { x } = box;
  for (const { level, size } of parts) {
    drawLevelShape(ctx, level, x + size / 2, box.y + box.height / 2, size);
    x += size;
  }
}
