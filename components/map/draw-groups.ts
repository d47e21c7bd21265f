import { markedAt } from './division-labels';
import { drawEmptyNames, NAME_HEIGHT, nameBox, write } from './draw-names';
import { bareBox, drawBare, drawPill, type PillPart, pillBox, pillParts } from './group-pill';
import { groupRankAt } from './group-rank';
import { LabelLayout, type ScreenBox } from './label-layout';
import { MAP_FONT, MAP_LOOK } from './map-look';
import type { PlacedGroup } from './place-areas';
import type { Scene, View } from './scene';

/** A counted symbol as drawn, for finding what was clicked. */
export interface DrawnGroup {
  readonly group: PlacedGroup;
  readonly box: ScreenBox;
}

interface Row {
  readonly group: PlacedGroup;
  readonly parts: readonly PillPart[];
  readonly x: number;
  readonly y: number;
}

interface LaidOut extends Row {
  readonly box: ScreenBox;
  readonly bare: boolean;
  readonly name: ScreenBox | null;
}

const MARGIN = 60;
/** Where a pill may step aside to, CSS pixels: not so far that it leaves its division. */
const STEPS = [
  [0, 0],
  [0, -13],
  [0, 13],
  [-16, 0],
  [16, 0],
] as const;

function nameOf({ name, located, total, standsIn }: PlacedGroup, zoneWord: string): string {
  const full = standsIn ? name + zoneWord : name;
  return located > 0 ? `${full} ${located + total}` : full;
}

function rowsInSight(ctx: CanvasRenderingContext2D, scene: Scene, view: View): Row[] {
  return scene.placed.groups[groupRankAt(view.zoom, scene.home)]
    .map((group) => ({
      group,
      x: group.at[0] * view.scale + view.left,
      y: group.at[1] * view.scale + view.top,
    }))
    .filter(({ x, y }) => x > -MARGIN && y > -MARGIN && x < view.width + MARGIN && y < view.height + MARGIN)
    .sort((a, b) => b.group.total - a.group.total)
    .map((row) => ({ ...row, parts: pillParts(ctx, row.group) }));
}

function layOut(ctx: CanvasRenderingContext2D, row: Row, zoneWord: string, layout: LabelLayout): LaidOut {
  const { group, parts, x, y } = row;
  const claimName = (top: number, bottom: number): ScreenBox | null => {
    const text = nameOf(group, zoneWord);
    const places = [nameBox(ctx, text, x, bottom), nameBox(ctx, text, x, top - NAME_HEIGHT)];
    return places.find((box) => layout.claim([box], group.code)) ?? null;
  };
  if (parts.length === 0) {
    const box = { x, y, width: 0, height: 0 };
    return { ...row, box, bare: true, name: claimName(y, y) };
  }
  for (const [dx, dy] of STEPS) {
    const box = pillBox(parts, x + dx, y + dy);
    if (layout.claim([box], group.code)) {
      return { ...row, box, bare: false, name: claimName(box.y, box.y + box.height) };
    }
  }
  return { ...row, box: bareBox(parts, x, y), bare: true, name: null };
}

/**
 * Draw the counted symbols with their numbers and names. Every symbol is drawn; its number, and then its name, only
 * where it covers nobody else's symbol. @returns the symbols with the boxes that react to the pointer
 */
export function drawGroups(ctx: CanvasRenderingContext2D, scene: Scene, view: View): DrawnGroup[] {
  ctx.save();
  ctx.textBaseline = 'middle';
  ctx.font = `600 12.5px ${MAP_FONT}`;
  const layout = new LabelLayout();
  const rows = rowsInSight(ctx, scene, view);
  for (const { parts, x, y, group } of rows) {
    if (parts.length > 0) layout.force(bareBox(parts, x, y), group.code);
  }
  const laidOut = rows.map((row) => layOut(ctx, row, scene.zoneWord, layout));
  const marked = markedCode(scene, view);
  // The largest chose their places first; they are drawn last, on top.
  for (const { parts, box, bare, name, group } of laidOut.toReversed()) {
    if (bare) drawBare(ctx, parts, box);
    else drawPill(ctx, parts, box);
    if (name) write(ctx, nameOf(group, scene.zoneWord), name, MAP_LOOK.ink);
    if (group.code === marked) ring(ctx, box);
  }
  drawEmptyNames(ctx, scene, view, layout);
  ctx.restore();
  return laidOut.filter(({ parts }) => parts.length > 0);
}

/** The symbol that counts the selected place, when it has no coordinates of its own. */
function markedCode({ selected, placed, home, nation }: Scene, { zoom }: View): string | null {
  const division = selected?.kind === 'area' ? placed.unlocated.get(selected.id) : undefined;
  if (division === undefined) return null;
  return markedAt(division, groupRankAt(zoom, home), nation.labels)?.code ?? null;
}

function ring(ctx: CanvasRenderingContext2D, { x, y, width, height }: ScreenBox): void {
  ctx.strokeStyle = MAP_LOOK.selected;
  ctx.lineWidth = 2.5;
  ctx.beginPath();
  ctx.roundRect(x - 2, y - 2, width + 4, height + 4, (height + 4) / 2);
  ctx.stroke();
}
