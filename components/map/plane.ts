import type { PlaneBox, PlanePoint } from './types';

const WORLD = 256;

/**
 * Where the plane's origin lies in Web Mercator at zoom 0. Canvas paths hold single-precision numbers: measured from
 * the middle of China they stay exact to 0.05 px at zoom 14.
 */
export const ORIGIN: PlanePoint = [202, 102];

/** Web Mercator of a WGS-84 point, see `PlanePoint`. */
export function toPlane(lng: number, lat: number): PlanePoint {
  const sin = Math.sin((lat * Math.PI) / 180);
  const x = (lng / 360 + 0.5) * WORLD;
  const y = (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * WORLD;
  return [x - ORIGIN[0], y - ORIGIN[1]];
}

/** Longitude and latitude of a point of the plane. */
export function fromPlane([x, y]: PlanePoint): { lng: number; lat: number } {
  const north = Math.PI * (1 - (2 * (y + ORIGIN[1])) / WORLD);
  return {
    lng: ((x + ORIGIN[0]) / WORLD - 0.5) * 360,
    lat: (Math.atan(Math.sinh(north)) * 180) / Math.PI,
  };
}

/** The smallest box around all boxes; null when there is none. */
export function unite(boxes: Iterable<PlaneBox>): PlaneBox | null {
  let all: PlaneBox | null = null;
  for (const box of boxes) {
    all =
      all === null
        ? box
        : {
            minX: Math.min(all.minX, box.minX),
            minY: Math.min(all.minY, box.minY),
            maxX: Math.max(all.maxX, box.maxX),
            maxY: Math.max(all.maxY, box.maxY),
          };
  }
  return all;
}

/** Whether two boxes share ground. */
export function meet(a: PlaneBox, b: PlaneBox): boolean {
  return a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY;
}
