import type { Level } from '@/domain/level/level';
import { compareLevels } from '@/domain/level/level';
import { drawLevelShape } from '../level/draw-level-shape';
import { MAP_LOOK } from './map-look';
import type { PlacedArea } from './place-areas';
import type { Scene, View } from './scene';

const STILL_APART = 2;

function sprite(level: Level, size: number, density: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const side = Math.ceil((size + 3) * density);
  canvas.width = side;
  canvas.height = side;
  const ctx = canvas.getContext('2d');
  if (ctx) {
    ctx.scale(density, density);
    drawLevelShape(ctx, level, side / density / 2, side / density / 2, size);
  }
  return canvas;
}

/** Side of the symbol of a single place, CSS pixels. */
export function areaSize(zoom: number): number {
  return zoom < 6 ? 4.5 : zoom < 9 ? 8 : 11;
}

/**
 * Draw places with coordinates, the more restricting level on top. A symbol that would fall on one of its own level
 * less than two pixels away is left out: the eye could not part them, and 45,000 stay quick.
 * @returns the number of symbols drawn
 */
export function drawAreas(ctx: CanvasRenderingContext2D, scene: Scene, view: View): number {
  const size = areaSize(view.zoom);
  const columns = Math.ceil(view.width / STILL_APART) + 1;
  const rows = Math.ceil(view.height / STILL_APART) + 1;
  const byLevel = new Map<Level, PlacedArea[]>();
  for (const placed of scene.placed.areas) {
    const list = byLevel.get(placed.area.level);
    if (list) list.push(placed);
    else byLevel.set(placed.area.level, [placed]);
  }
  let drawn = 0;
  for (const level of [...byLevel.keys()].sort(compareLevels)) {
    const image = sprite(level, size, view.density);
    const half = image.width / view.density / 2;
    const taken = new Uint8Array(columns * rows);
    for (const { at } of byLevel.get(level) ?? []) {
      const x = at[0] * view.scale + view.left;
      const y = at[1] * view.scale + view.top;
      if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
      const cell = Math.floor(y / STILL_APART) * columns + Math.floor(x / STILL_APART);
      if (taken[cell] === 1) continue;
      taken[cell] = 1;
      ctx.drawImage(image, x - half, y - half, half * 2, half * 2);
      drawn += 1;
    }
  }
  ringSelected(ctx, scene, view, size);
  return drawn;
}

function ringSelected(ctx: CanvasRenderingContext2D, scene: Scene, view: View, size: number): void {
  const { selected } = scene;
  if (selected?.kind !== 'area') return;
  const placed = scene.placed.areas.find(({ area }) => area.id === selected.id);
  if (!placed) return;
  const x = placed.at[0] * view.scale + view.left;
  const y = placed.at[1] * view.scale + view.top;
  ctx.strokeStyle = MAP_LOOK.selected;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.arc(x, y, size, 0, 2 * Math.PI);
  ctx.stroke();
}
