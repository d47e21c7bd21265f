import { areaSize } from './draw-areas';
import type { DrawnGroup } from './draw-groups';
import { meet } from './plane';
import type { Scene, View } from './scene';
import type { MapArea } from './types';

/** What lies under the pointer, the most exact thing first. */
export type Picked =
  | { readonly kind: 'area'; readonly area: MapArea }
  | { readonly kind: 'division'; readonly code: string };

const REACH = 4;
const ruler = () => document.createElement('canvas').getContext('2d');
let context: CanvasRenderingContext2D | null = null;

/**
 * Find what is drawn at a point.
 * @param x from the canvas's left edge, CSS pixels
 * @param y from its top edge
 */
export function pick(
  scene: Scene,
  view: View,
  groups: readonly DrawnGroup[],
  x: number,
  y: number,
): Picked | null {
  const reach = areaSize(view.zoom) / 2 + REACH;
  let nearest: { area: MapArea; distance: number } | null = null;
  for (const { area, at } of scene.placed.areas) {
    const distance = Math.hypot(at[0] * view.scale + view.left - x, at[1] * view.scale + view.top - y);
    if (distance <= reach && distance < (nearest?.distance ?? Infinity)) nearest = { area, distance };
  }
  if (nearest) return { kind: 'area', area: nearest.area };

  const group = groups.find(
    ({ box }) =>
      box.width > 0 &&
      x >= box.x - REACH &&
      y >= box.y - REACH &&
      x <= box.x + box.width + REACH &&
      y <= box.y + box.height + REACH,
  );
  if (group) return { kind: 'division', code: group.group.code };

  const planeX = (x - view.left) / view.scale;
  const planeY = (y - view.top) / view.scale;
  const spot = { minX: planeX, minY: planeY, maxX: planeX, maxY: planeY };
  context ??= ruler();
  const shapes = (scene.counties ?? scene.nation.provinces).divisions;
  const county = shapes.find(
    ({ box, path }) => meet(box, spot) && context?.isPointInPath(path, planeX, planeY),
  );
  return county ? { kind: 'division', code: county.code } : null;
}
