import { LEVEL_TOKENS } from '../level/level-tokens';
import { groundOf } from './ground';
import { BORDER_LOOK, COUNTY_BORDER_ZOOM, MAP_LOOK } from './map-look';
import { meet } from './plane';
import type { Scene, View } from './scene';
import { BORDER_RANKS, type DivisionShape, type Shapes } from './shapes';
import { isWithin } from './within';

function hatch(ctx: CanvasRenderingContext2D, unit: number): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = 8;
  tile.height = 8;
  const pen = tile.getContext('2d');
  if (!pen) return LEVEL_TOKENS.UNKNOWN.surface;
  pen.fillStyle = MAP_LOOK.home;
  pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = '#c9d0d8';
  pen.lineWidth = 1;
  pen.stroke(new Path2D('M-2 2L2 -2M0 8L8 0M6 10L10 6'));
  const pattern = ctx.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(unit));
  return pattern ?? LEVEL_TOKENS.UNKNOWN.surface;
}

function fillGround(ctx: CanvasRenderingContext2D, scene: Scene, view: View, unit: number): void {
  const seen = (shape: DivisionShape) => meet(shape.box, view.box);
  if (scene.counties === null) {
    ctx.fillStyle = MAP_LOOK.abroad;
    for (const { path } of scene.nation.provinces.divisions.filter(seen)) ctx.fill(path);
    return;
  }
  const hatched = hatch(ctx, unit);
  for (const { code, path } of scene.counties.divisions.filter(seen)) {
    const ground = groundOf(code, scene.levels, scene.home, scene.nation.labels);
    if (ground === 'home' || ground === 'abroad') ctx.fillStyle = MAP_LOOK[ground];
    else ctx.fillStyle = ground === 'UNKNOWN' ? hatched : LEVEL_TOKENS[ground].surface;
    ctx.fill(path);
  }
}

function strokeBorders(ctx: CanvasRenderingContext2D, shapes: Shapes, view: View, unit: number): void {
  for (const rank of BORDER_RANKS) {
    if (rank === 'county' && view.zoom < COUNTY_BORDER_ZOOM) continue;
    ctx.strokeStyle = BORDER_LOOK[rank].colour;
    ctx.lineWidth = BORDER_LOOK[rank].width * unit;
    for (const border of shapes.borders) {
      if (border.rank === rank && meet(border.box, view.box)) ctx.stroke(border.path);
    }
  }
}

function strokeHome(ctx: CanvasRenderingContext2D, scene: Scene, view: View, unit: number): void {
  const { home, selected, counties } = scene;
  const { labels } = scene.nation;
  const marked = selected?.kind === 'division' ? selected.code : null;
  const shapes = (counties ?? scene.nation.provinces).divisions.filter(({ box }) => meet(box, view.box));
  ctx.strokeStyle = MAP_LOOK.homeLine;
  ctx.lineWidth = 1.1 * unit;
  for (const { code, path } of shapes) if (home !== null && isWithin(code, home, labels)) ctx.stroke(path);
  ctx.strokeStyle = MAP_LOOK.selected;
  ctx.lineWidth = 2.2 * unit;
  for (const { code, path } of shapes)
    if (marked !== null && isWithin(code, marked, labels)) ctx.stroke(path);
}

function strokeLines(ctx: CanvasRenderingContext2D, scene: Scene, unit: number): void {
  for (const { kind, path } of scene.nation.lines) {
    ctx.strokeStyle = kind === 'national' ? MAP_LOOK.nationalLine : MAP_LOOK.seaLine;
    ctx.lineWidth = (kind === 'national' ? 1.8 : 0.8) * unit;
    ctx.stroke(path);
  }
}

/** Draw sea, ground, boundaries and the outline of a selected division. Leaves the context's transform as it was. */
export function drawBoundaries(ctx: CanvasRenderingContext2D, scene: Scene, view: View): void {
  // Widths are in CSS pixels, the paths in plane units: one CSS pixel is 1 / scale of a plane unit.
  const unit = 1 / view.scale;
  ctx.save();
  ctx.fillStyle = MAP_LOOK.sea;
  ctx.fillRect(0, 0, view.width, view.height);
  ctx.translate(view.left, view.top);
  ctx.scale(view.scale, view.scale);
  ctx.lineJoin = 'round';
  fillGround(ctx, scene, view, unit);
  strokeBorders(ctx, scene.counties ?? scene.nation.provinces, view, unit);
  strokeHome(ctx, scene, view, unit);
  strokeLines(ctx, scene, unit);
  ctx.restore();
}
