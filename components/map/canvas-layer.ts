import { DomUtil, Layer, type Map as LeafletMap } from 'leaflet';
import { drawAreas } from './draw-areas';
import { drawBoundaries } from './draw-boundaries';
import { type DrawnGroup, drawGroups } from './draw-groups';
import { type Picked, pick } from './pick';
import { ORIGIN } from './plane';
import type { Scene, View } from './scene';

/** How far beyond the visible edge is drawn, as a share of the map's side, so that a drag uncovers no blank. */
const MARGIN = 0.25;

/** One canvas for ground, boundaries, symbols and names. Leaflet moves it; this draws it anew whenever it rests. */
export class CanvasLayer extends Layer {
  private readonly canvas = document.createElement('canvas');
  private readonly scratch = document.createElement('canvas');
  private map: LeafletMap | null = null;
  private scene: Scene | null = null;
  private view: View | null = null;
  private groups: readonly DrawnGroup[] = [];
  private frame = 0;

  override onAdd(map: LeafletMap): this {
    this.map = map;
    this.canvas.setAttribute('aria-hidden', 'true');
    map.getPane('overlayPane')?.append(this.canvas);
    this.draw();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.frame);
    this.canvas.remove();
    this.map = null;
    return this;
  }

  override getEvents() {
    const soon = () => this.drawSoon();
    return { moveend: soon, zoom: soon, viewreset: soon, resize: soon };
  }

  /** Show another state of things from the next frame on. */
  setScene(scene: Scene): void {
    this.scene = scene;
    this.drawSoon();
  }

  /** What is drawn under a point of the map's container, CSS pixels. */
  pickAt(x: number, y: number): Picked | null {
    if (!this.map || !this.scene || !this.view) return null;
    const moved = this.map.containerPointToLayerPoint([x, y]).subtract(DomUtil.getPosition(this.canvas));
    return pick(this.scene, this.view, this.groups, moved.x, moved.y);
  }

  private drawSoon(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  private look(map: LeafletMap): View {
    const size = map.getSize();
    const pad = size.multiplyBy(MARGIN).round();
    const corner = map.containerPointToLayerPoint([-pad.x, -pad.y]);
    DomUtil.setPosition(this.canvas, corner);
    const width = size.x + 2 * pad.x;
    const height = size.y + 2 * pad.y;
    const zoom = map.getZoom();
    const scale = map.getZoomScale(zoom, 0);
    const from = map.getPixelOrigin().add(corner);
    const left = ORIGIN[0] * scale - from.x;
    const top = ORIGIN[1] * scale - from.y;
    const box = {
      minX: -left / scale,
      minY: -top / scale,
      maxX: (width - left) / scale,
      maxY: (height - top) / scale,
    };
    return { zoom, scale, left, top, width, height, density: window.devicePixelRatio || 1, box };
  }

  private draw(): void {
    const { map, scene, canvas } = this;
    const ctx = canvas.getContext('2d');
    if (!map || !scene || !ctx) return;
    const view = this.look(map);
    canvas.width = Math.round(view.width * view.density);
    canvas.height = Math.round(view.height * view.density);
    canvas.style.width = `${view.width}px`;
    canvas.style.height = `${view.height}px`;
    ctx.setTransform(view.density, 0, 0, view.density, 0, 0);
    performance.mark('risk-map:draw');
    drawBoundaries(ctx, scene, view);
    drawAreas(ctx, this.scratch, scene, view);
    this.groups = drawGroups(ctx, scene, view);
    performance.measure('risk-map:draw', 'risk-map:draw');
    this.view = view;
  }
}
