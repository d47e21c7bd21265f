import { LEVELS, type Level } from '@/domain/level/level';
import { drawLevelShape } from '../level/draw-level-shape';
import type { GroupRank } from './division-labels';
import type { ScreenBox } from './label-layout';
import { MAP_FONT, MAP_LOOK } from './map-look';
import type { LevelCounts } from './place-areas';

/** One level of a counted symbol. */
export interface PillPart {
  readonly level: Level;
  /** The number, or nothing where only the shape has room. */
  readonly text: string;
  /** Side of the shape, CSS pixels. */
  readonly size: number;
  readonly width: number;
}

/** A counted symbol, laid out. */
export interface Pill {
  readonly parts: readonly PillPart[];
  readonly width: number;
  readonly height: number;
  /** Shapes alone, without the frame that marks a count. */
  readonly bare: boolean;
}

const GAP = 3;
const SIZES = {
  county: { font: 12.5, height: 20, padding: 5, shape: 10, grows: 2 },
  wide: { font: 11, height: 17, padding: 3, shape: 9, grows: 0.8 },
} as const;

const sizesOf = (rank: GroupRank) => (rank === 'county' ? SIZES.county : SIZES.wide);

/** The font of numbers and names at a rank. */
export function pillFont(rank: GroupRank): string {
  return `600 ${sizesOf(rank).font}px ${MAP_FONT}`;
}

/**
 * The ways to show a count, the most telling first: every level with its number; the gravest with its number and the
 * others as shapes; shapes alone. Each shows every level the group holds. Empty when it holds none.
 * @param ctx with `pillFont` set
 */
export function pillsOf(ctx: CanvasRenderingContext2D, counts: LevelCounts, rank: GroupRank): Pill[] {
  const { shape, grows, padding, height } = sizesOf(rank);
  const parts = LEVELS.flatMap((level) => {
    const count = counts[level] ?? 0;
    if (count === 0) return [];
    const text = String(count);
    const size = shape + grows * Math.min(4, Math.log10(count));
    return [{ level, text, size, width: size + GAP + ctx.measureText(text).width }];
  });
  const without = (part: PillPart): PillPart => ({ ...part, text: '', width: part.size });
  const framed = (shown: readonly PillPart[]): Pill => ({
    parts: shown,
    width: shown.reduce((sum, { width }) => sum + width, 0) + 2 * GAP * (shown.length - 1) + 2 * padding,
    height,
    bare: false,
  });
  if (parts.length === 0) return [];
  const bare: Pill = {
    parts: parts.map(without),
    width: parts.reduce((sum, { size }) => sum + size, 0),
    height: Math.max(...parts.map(({ size }) => size)),
    bare: true,
  };
  const short = parts.map((part, index) => (index === 0 ? part : without(part)));
  return parts.length > 1 ? [framed(parts), framed(short), bare] : [framed(parts), bare];
}

/** Where a pill lies when its middle is at x, y. */
export function pillBox({ width, height }: Pill, x: number, y: number): ScreenBox {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Draw a pill: in a rounded frame, plainly a count and not a spot on the ground. */
export function drawPill(ctx: CanvasRenderingContext2D, pill: Pill, box: ScreenBox, rank: GroupRank): void {
  if (!pill.bare) {
    ctx.beginPath();
    ctx.roundRect(box.x, box.y, box.width, box.height, box.height / 2);
    ctx.fillStyle = MAP_LOOK.pill;
    ctx.fill();
    ctx.strokeStyle = MAP_LOOK.pillLine;
    ctx.lineWidth = 1;
    ctx.stroke();
  }
  const middle = box.y + box.height / 2;
  let x = box.x + (pill.bare ? 0 : sizesOf(rank).padding);
  for (const { level, text, size, width } of pill.parts) {
    drawLevelShape(ctx, level, x + size / 2, middle, size);
    ctx.fillStyle = MAP_LOOK.ink;
    if (text !== '') ctx.fillText(text, x + size + GAP, middle + 0.5);
    x += width + (pill.bare ? 0 : 2 * GAP);
  }
}
