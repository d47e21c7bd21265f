import { type GroupRank, markedAt } from './division-labels';
import { drawEmptyNames, NAME_HEIGHT, nameBox, write } from './draw-names';
import { drawPill, type Pill, pillBox, pillFont, pillsOf } from './group-pill';
import { groupRankAt } from './group-rank';
import { LabelLayout, type ScreenBox } from './label-layout';
import { MAP_LOOK } from './map-look';
import type { PlacedGroup } from './place-areas';
import type { Scene, View } from './scene';

/** A counted symbol as drawn, for finding what was clicked. */
export interface DrawnGroup {
  readonly group: PlacedGroup;
  readonly box: ScreenBox;
}

interface Row {
  readonly group: PlacedGroup;
  readonly name: string;
  readonly pills: readonly Pill[];
  readonly x: number;
  readonly y: number;
}

interface LaidOut extends DrawnGroup {
  readonly name: string;
  readonly nameAt: ScreenBox | null;
  readonly pill: Pill | null;
}

const MARGIN = 60;
/** Where a pill may step aside to, in halves of its width and height: not so far that it leaves its division. */
const STEPS = [
  [0, 0],
  [0, -1.3],
  [0, 1.3],
  [-0.7, 0],
  [0.7, 0],
] as const;

function nameOf({ name, located, total, standsIn }: PlacedGroup, zoneWord: string): string {
  const full = standsIn ? name + zoneWord : name;
  return located > 0 ? `${full} ${located + total}` : full;
}

function rowsInSight(ctx: CanvasRenderingContext2D, scene: Scene, view: View, rank: GroupRank): Row[] {
  return scene.placed.groups[rank]
    .map((group) => ({
      group,
      x: group.at[0] * view.scale + view.left,
      y: group.at[1] * view.scale + view.top,
    }))
    .filter(({ x, y }) => x > -MARGIN && y > -MARGIN && x < view.width + MARGIN && y < view.height + MARGIN)
    .sort((a, b) => b.group.total - a.group.total)
    .map((row) => ({
      ...row,
      name: nameOf(row.group, scene.zoneWord),
      pills: pillsOf(ctx, row.group.counts, rank),
    }));
}

function layOut(ctx: CanvasRenderingContext2D, row: Row, layout: LabelLayout): LaidOut {
  const { group, name, pills, x, y } = row;
  const claimName = (top: number, bottom: number): ScreenBox | null => {
    const places = [nameBox(ctx, name, x, bottom), nameBox(ctx, name, x, top - NAME_HEIGHT)];
    return places.find((box) => layout.claim([box], group.code)) ?? null;
  };
  for (const pill of pills.filter(({ bare }) => !bare)) {
    for (const [across, down] of STEPS) {
      const box = pillBox(pill, x + (across * pill.width) / 2, y + (down * pill.height) / 2);
      if (layout.claim([box], group.code)) {
        return { group, name, nameAt: claimName(box.y, box.y + box.height), pill, box };
      }
    }
  }
  const bare = pills.at(-1) ?? null;
  if (bare !== null) return { group, name, nameAt: null, pill: bare, box: pillBox(bare, x, y) };
  return { group, name, nameAt: claimName(y, y), pill: null, box: { x, y, width: 0, height: 0 } };
}

/**
 * Draw the counted symbols with their numbers and names. Every symbol is drawn; its numbers, and then its name, only
 * where they cover nobody else's symbol. @returns the symbols with the boxes that react to the pointer
 */
export function drawGroups(ctx: CanvasRenderingContext2D, scene: Scene, view: View): DrawnGroup[] {
  const rank = groupRankAt(view.zoom, scene.home);
  ctx.save();
  ctx.textBaseline = 'middle';
  ctx.font = pillFont(rank);
  const layout = new LabelLayout();
  const rows = rowsInSight(ctx, scene, view, rank);
  for (const { pills, x, y, group } of rows) {
    const bare = pills.at(-1);
    if (bare) layout.force(pillBox(bare, x, y), group.code);
  }
  const laidOut = rows.map((row) => layOut(ctx, row, layout));
  const marked = markedCode(scene, rank);
  // The largest chose their places first; they are drawn last, on top.
  for (const { pill, box, name, nameAt, group } of laidOut.toReversed()) {
    if (pill) drawPill(ctx, pill, box, rank);
    if (nameAt) write(ctx, name, nameAt, MAP_LOOK.ink);
    if (group.code === marked) ring(ctx, box);
  }
  if (rank === 'county') drawEmptyNames(ctx, scene, view, layout);
  ctx.restore();
  return laidOut.filter(({ pill }) => pill !== null);
}

/** The symbol that counts the selected place, when it has no coordinates of its own. */
function markedCode({ selected, placed, nation }: Scene, rank: GroupRank): string | null {
  const division = selected?.kind === 'area' ? placed.unlocated.get(selected.id) : undefined;
  return division === undefined ? null : (markedAt(division, rank, nation.labels)?.code ?? null);
}

function ring(ctx: CanvasRenderingContext2D, { x, y, width, height }: ScreenBox): void {
  ctx.strokeStyle = MAP_LOOK.selected;
  ctx.lineWidth = 2.5;
  ctx.beginPath();
  ctx.roundRect(x - 2, y - 2, width + 4, height + 4, (height + 4) / 2);
  ctx.stroke();
}
