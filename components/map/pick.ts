import RBush from 'rbush';
import { areaSize } from './draw-areas';
import type { DrawnGroup } from './draw-groups';
import type { PlacedArea } from './place-areas';
import type { Scene, View } from './scene';
import type { DivisionShape } from './shapes';
import type { MapArea, PlaneBox } from './types';

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
  const planeX = (x - view.left) / view.scale;
  const planeY = (y - view.top) / view.scale;
  const reach = (areaSize(view.zoom) / 2 + REACH) / view.scale;
  const near = { minX: planeX - reach, minY: planeY - reach, maxX: planeX + reach, maxY: planeY + reach };
  let nearest: { area: MapArea; distance: number } | null = null;
  for (const { area, at } of areasIn(scene.placed.areas).search(near)) {
    const distance = Math.hypot(at[0] - planeX, at[1] - planeY);
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

  const spot = { minX: planeX, minY: planeY, maxX: planeX, maxY: planeY };
  context ??= ruler();
  const { divisions } = scene.counties ?? scene.nation.provinces;
  const county = shapesIn(divisions)
    .search(spot)
    .find(({ shape }) => context?.isPointInPath(shape.path, planeX, planeY));
  return county ? { kind: 'division', code: county.shape.code } : null;
}

type Boxed<Extra> = PlaneBox & Extra;

/** A tree of boxes for each list that is looked into, made when it is first asked and kept as long as the list. */
function indexed<Item, Extra>(boxOf: (item: Item) => Boxed<Extra>) {
  const kept = new WeakMap<readonly Item[], RBush<Boxed<Extra>>>();
  return (items: readonly Item[]): RBush<Boxed<Extra>> => {
    const known = kept.get(items);
    if (known) return known;
    const tree = new RBush<Boxed<Extra>>().load(items.map(boxOf));
    kept.set(items, tree);
    return tree;
  };
}

const areasIn = indexed((placed: PlacedArea) => {
  const [x, y] = placed.at;
  return { minX: x, minY: y, maxX: x, maxY: y, ...placed };
});

const shapesIn = indexed((shape: DivisionShape) => ({ ...shape.box, shape }));
