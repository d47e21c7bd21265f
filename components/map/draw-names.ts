import type { LabelLayout, ScreenBox } from './label-layout';
import { MAP_FONT, MAP_LOOK } from './map-look';
import type { Scene, View } from './scene';
import { isWithin } from './within';

export const NAME_HEIGHT = 16;

/** The box of a text in the context's font, centred on x. */
export function nameBox(ctx: CanvasRenderingContext2D, text: string, x: number, top: number): ScreenBox {
  const { width } = ctx.measureText(text);
  return { x: x - width / 2, y: top, width, height: NAME_HEIGHT };
}

/** Write with a white rim, readable on any ground. The context's baseline must be `middle`. */
export function write(ctx: CanvasRenderingContext2D, text: string, box: ScreenBox, colour: string): void {
  const middle = box.y + box.height / 2;
  ctx.lineWidth = 3;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = 'rgb(255 255 255 / 92%)';
  ctx.strokeText(text, box.x, middle);
  ctx.fillStyle = colour;
  ctx.fillText(text, box.x, middle);
}

/** Names of the counties of home that hold nothing: part of the picture, when there is room. */
export function drawEmptyNames(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  view: View,
  layout: LabelLayout,
): void {
  if (scene.counties === null) return;
  ctx.font = `500 12px ${MAP_FONT}`;
  const held = new Set(scene.placed.groups.county.map(({ code }) => code));
  for (const { code } of scene.counties.divisions) {
    const label = scene.nation.labels.get(code);
    if (!label || held.has(code) || !isWithin(code, scene.home, scene.nation.labels)) continue;
    const x = label.at[0] * view.scale + view.left;
    const y = label.at[1] * view.scale + view.top;
    if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
    const box = nameBox(ctx, label.name, x, y - NAME_HEIGHT / 2);
    if (layout.claim([box], code)) write(ctx, label.name, box, MAP_LOOK.mute);
  }
}
