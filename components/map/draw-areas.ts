import { compareLevels, type Level } from '@/domain/level/level';
import { drawLevelShape } from '../level/draw-level-shape';
import { MAP_LOOK } from './map-look';
import type { PlacedArea } from './place-areas';
import type { Scene, View } from './scene';
import { layStamp, type Stamp } from './stamp';

/** Two symbols of one level nearer than this share of their size are drawn as one: the eye could not part them. */
const STILL_APART = 0.4;

/** Side of the symbol of a single place, CSS pixels. */
export function areaSize(zoom: number): number {
  return zoom < 6 ? 4.5 : zoom < 9 ? 8 : 11;
}

function stampOf(level: Level, size: number, density: number): Stamp | null {
  const side = Math.ceil((size + 3) * density);
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const ctx = canvas.getContext('2d');
  if (!ctx) return null;
  ctx.scale(density, density);
  drawLevelShape(ctx, level, side / density / 2, side / density / 2, size);
  return { side, pixels: new Uint32Array(ctx.getImageData(0, 0, side, side).data.buffer) };
}

function byLevel(areas: readonly PlacedArea[]): Map<Level, PlacedArea[]> {
  const lists = new Map<Level, PlacedArea[]>();
  for (const placed of areas) {
    const list = lists.get(placed.area.level);
    if (list) list.push(placed);
    else lists.set(placed.area.level, [placed]);
  }
  return lists;
}

/** Set the symbols of one level into the picture. */
function stampLevel(
  picture: ImageData,
  stamp: Stamp,
  areas: readonly PlacedArea[],
  view: View,
  apart: number,
): void {
  const { density, scale, left, top, width, height } = view;
  const pixels = new Uint32Array(picture.data.buffer);
  const columns = Math.ceil(width / apart) + 1;
  const taken = new Uint8Array(columns * (Math.ceil(height / apart) + 1));
  for (const { at } of areas) {
    const x = at[0] * scale + left;
    const y = at[1] * scale + top;
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const cell = Math.floor(y / apart) * columns + Math.floor(x / apart);
    if (taken[cell] === 1) continue;
    taken[cell] = 1;
    const half = stamp.side / 2;
    layStamp(
      pixels,
      picture.width,
      picture.height,
      stamp,
      Math.round(x * density - half),
      Math.round(y * density - half),
    );
  }
}

/**
 * Draw places with coordinates, the more restricting level on top, and ring the selected one.
 * @param scratch a canvas of the caller's, used for nothing else
 */
export function drawAreas(
  ctx: CanvasRenderingContext2D,
  scratch: HTMLCanvasElement,
  scene: Scene,
  view: View,
): void {
  if (scene.placed.areas.length === 0) return;
  const size = areaSize(view.zoom);
  const picture = new ImageData(ctx.canvas.width, ctx.canvas.height);
  const lists = byLevel(scene.placed.areas);
  for (const level of [...lists.keys()].sort(compareLevels)) {
    const stamp = stampOf(level, size, view.density);
    if (stamp) stampLevel(picture, stamp, lists.get(level) ?? [], view, size * STILL_APART);
  }
  scratch.width = picture.width;
  scratch.height = picture.height;
  scratch.getContext('2d')?.putImageData(picture, 0, 0);
  ctx.drawImage(scratch, 0, 0, view.width, view.height);
  ringSelected(ctx, scene, view, size);
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
