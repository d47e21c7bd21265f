import { map as createMap, type LatLngBoundsExpression, latLngBounds } from 'leaflet';
import { CanvasLayer } from './canvas-layer';
import type { Picked } from './pick';
import { fromPlane, unite } from './plane';
import type { Scene } from './scene';
import { isWithin } from './within';

/** Everything of China that is drawn, from 曾母暗沙 to the north of 漠河. */
const CHINA: LatLngBoundsExpression = [
  [3.4, 73.4],
  [53.7, 135.2],
];

/** Room around home, in CSS pixels: the buttons stand at the right, the source below. */
const CLEAR_OF_CONTROLS = {
  paddingTopLeft: [12, 12] as [number, number],
  paddingBottomRight: [58, 24] as [number, number],
};

/** A mounted map. */
export interface MapView {
  setScene(scene: Scene): void;
  /** Fit the home division of the scene, or the country, into the window. */
  fitHome(): void;
  zoomBy(steps: number): void;
  destroy(): void;
}

export interface MapEvents {
  onPick(picked: Picked): void;
  /** @param x where the pointer is in the container, CSS pixels */
  onHover(picked: Picked | null, x: number, y: number): void;
}

function homeBounds({ counties, nation, home }: Scene): LatLngBoundsExpression {
  if (home === null) return CHINA;
  const shapes = counties
    ? counties.divisions.filter(({ code }) => isWithin(code, home, nation.labels))
    : nation.provinces.divisions.filter(({ code }) => isWithin(home, code, nation.labels));
  const box = unite(shapes.map((shape) => shape.box));
  if (!box) return CHINA;
  return latLngBounds(fromPlane([box.minX, box.maxY]), fromPlane([box.maxX, box.minY]));
}

/** Put a map without tiles into an element. Animation is off: the view is there at once, also for who wants no motion. */
export function mountMap(container: HTMLElement, events: MapEvents): MapView {
  const map = createMap(container, {
    zoomControl: false,
    attributionControl: false,
    zoomAnimation: false,
    fadeAnimation: false,
    inertia: false,
    zoomSnap: 0.25,
    wheelPxPerZoomLevel: 120,
    minZoom: 2.5,
    maxZoom: 14,
    scrollWheelZoom: false,
    // One finger scrolls the page; two fingers move the map.
    dragging: !window.matchMedia('(pointer: coarse)').matches,
    bounceAtZoomLimits: false,
  });
  map.fitBounds(CHINA);
  const layer = new CanvasLayer().addTo(map);
  let scene: Scene | null = null;

  // The wheel belongs to the page until the map has been touched.
  map.on('focus', () => map.scrollWheelZoom.enable());
  map.on('blur', () => map.scrollWheelZoom.disable());
  map.on('click', ({ containerPoint }) => {
    const picked = layer.pickAt(containerPoint.x, containerPoint.y);
    if (picked) events.onPick(picked);
  });
  map.on('mousemove', ({ containerPoint: { x, y } }) => events.onHover(layer.pickAt(x, y), x, y));
  map.on('mouseout movestart', () => events.onHover(null, 0, 0));
  let atHome = true;
  map.on('dragstart', () => {
    atHome = false;
  });
  container.addEventListener('wheel', () => {
    if (map.scrollWheelZoom.enabled()) atHome = false;
  });
  const fitHome = () => {
    if (scene) map.fitBounds(homeBounds(scene), { ...CLEAR_OF_CONTROLS, animate: false });
    atHome = true;
  };
  const resized = new ResizeObserver(() => {
    map.invalidateSize({ pan: false });
    if (atHome) fitHome();
  });
  resized.observe(container);

  return {
    setScene(next) {
      scene = next;
      layer.setScene(next);
    },
    fitHome,
    zoomBy(steps) {
      atHome = false;
      map.setZoom(map.getZoom() + steps);
    },
    destroy() {
      resized.disconnect();
      map.remove();
    },
  };
}
