import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { toPlane } from './plane';
import type { PlaneBox } from './types';

export type Division = (Polygon | MultiPolygon) & { properties: { code: string; name?: string } };
export type DivisionTopology = Topology<{ divisions: GeometryCollection }>;

/** One stretch of boundary in the plane: x, y, x, y … */
export interface Arc {
  readonly xy: Float64Array;
  readonly box: PlaneBox;
}

/** The deepest level a stretch of boundary parts: counties, prefectures, provinces, or the country from the rest. */
export type BorderRank = 'county' | 'prefecture' | 'province' | 'outer';

/** Decode quantized, delta-coded TopoJSON arcs into the plane. @throws when the file is not quantized. */
export function decodeArcs(topology: DivisionTopology): Arc[] {
  const { transform } = topology;
  if (!transform) throw new Error('boundaries: the topology carries no transform');
  const [scaleX, scaleY] = transform.scale;
  const [moveX, moveY] = transform.translate;
  return topology.arcs.map((deltas) => {
    const xy = new Float64Array(deltas.length * 2);
    let [lng, lat, minX, minY, maxX, maxY] = [0, 0, Infinity, Infinity, -Infinity, -Infinity];
    for (const [index, [dx = 0, dy = 0]] of deltas.entries()) {
      lng += dx;
      lat += dy;
      const [x, y] = toPlane(lng * scaleX + moveX, lat * scaleY + moveY);
      xy[index * 2] = x;
      xy[index * 2 + 1] = y;
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
    }
    return { xy, box: { minX, minY, maxX, maxY } };
  });
}

/** The rings of a division, each a list of arc references (`~n` = arc n backwards). */
export function ringsOf(division: Division): readonly number[][] {
  return division.type === 'Polygon' ? division.arcs : division.arcs.flat();
}

/** Divisions of a topology; geometries without a code are refused. @throws when one is no polygon with a code. */
export function divisionsOf(topology: DivisionTopology): Division[] {
  return topology.objects.divisions.geometries.map((geometry) => {
    const { type } = geometry;
    const properties = geometry.properties as { code?: unknown } | undefined;
    if ((type !== 'Polygon' && type !== 'MultiPolygon') || typeof properties?.code !== 'string') {
      throw new Error('boundaries: a geometry is not a polygon with a code');
    }
    return geometry as Division;
  });
}

/** For every arc, what it parts, read from the divisions on its two sides. */
export function rankArcs(divisions: readonly Division[], arcCount: number): BorderRank[] {
  const sides: string[][] = Array.from({ length: arcCount }, () => []);
  for (const division of divisions) {
    for (const ring of ringsOf(division)) {
      for (const reference of ring) {
        sides[reference < 0 ? ~reference : reference]?.push(division.properties.code);
      }
    }
  }
  return sides.map(([a, b]) => {
    if (a === undefined || b === undefined) return 'outer';
    if (a.slice(0, 2) !== b.slice(0, 2)) return 'province';
    return a.slice(0, 4) === b.slice(0, 4) ? 'county' : 'prefecture';
  });
}
