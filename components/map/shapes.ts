import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { toPlane } from './plane';
import type { PlaneBox } from './types';

/** Boundaries as `scripts/geo` writes them: every division a polygon with its code. */
export type DivisionTopology = Topology<{
  divisions: GeometryCollection<{ code: string; name?: string }>;
}>;

/** The deepest level a stretch of boundary parts: counties, prefectures, provinces, or the country from the rest. */
export const BORDER_RANKS = ['county', 'prefecture', 'province', 'outer'] as const;
export type BorderRank = (typeof BORDER_RANKS)[number];

/** A division ready to be filled. */
export interface DivisionShape {
  readonly code: string;
  readonly name: string;
  readonly path: Path2D;
  readonly box: PlaneBox;
}

/** Boundaries of one rank in one neighbourhood, ready to be stroked. */
export interface BorderShape {
  readonly rank: BorderRank;
  readonly path: Path2D;
  readonly box: PlaneBox;
}

export interface Shapes {
  readonly divisions: readonly DivisionShape[];
  readonly borders: readonly BorderShape[];
}

type Position = readonly number[];
type Polygons =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

/** A path in the making with the box around it. */
class Outline {
  readonly path = new Path2D();
  readonly box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };

  line(points: readonly Position[]): void {
    const { path, box } = this;
    for (const [index, [lng = 0, lat = 0]] of points.entries()) {
      const [x, y] = toPlane(lng, lat);
      if (index === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
      box.minX = Math.min(box.minX, x);
      box.minY = Math.min(box.minY, y);
      box.maxX = Math.max(box.maxX, x);
      box.maxY = Math.max(box.maxY, y);
    }
  }
}

function ringsOf(geometry: Polygons): readonly (readonly Position[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function divisionShapes(topology: DivisionTopology): DivisionShape[] {
  return feature(topology, topology.objects.divisions).features.flatMap(({ geometry, properties }) => {
    // `assertDivisions` has seen that all are polygons.
    const rings = ringsOf(geometry as Polygons);
    const outline = new Outline();
    for (const ring of rings) {
      outline.line(ring);
      outline.path.closePath();
    }
    const { path, box } = outline;
    return rings.length > 0 ? [{ code: properties.code, name: properties.name ?? '', path, box }] : [];
  });
}

/** What a stretch of boundary parts, by the codes on its two sides; one code where nothing lies on the other side. */
function rankOf(a: string, b: string): BorderRank {
  if (a === b) return 'outer';
  if (a.slice(0, 2) !== b.slice(0, 2)) return 'province';
  return a.slice(0, 4) === b.slice(0, 4) ? 'county' : 'prefecture';
}

/** The boundaries of one rank, each a line of longitudes and latitudes. */
export function bordersOf(topology: DivisionTopology, rank: BorderRank): Position[][] {
  const codeOf = (side: { properties?: unknown }) => (side.properties as { code: string }).code;
  return mesh(topology, topology.objects.divisions, (a, b) => rankOf(codeOf(a), codeOf(b)) === rank)
    .coordinates;
}

/** Neighbouring stretches of one rank share a path: few strokes a frame, and what is out of sight can be left out. */
function borderShapes(topology: DivisionTopology): BorderShape[] {
  const CELL = 1.5;
  return BORDER_RANKS.flatMap((rank) => {
    const outlines = new Map<string, Outline>();
    for (const line of bordersOf(topology, rank)) {
      const [lng = 0, lat = 0] = line[0] ?? [];
      const [x, y] = toPlane(lng, lat);
      const cell = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
      const outline = outlines.get(cell) ?? new Outline();
      outlines.set(cell, outline);
      outline.line(line);
    }
    return [...outlines.values()].map(({ path, box }) => ({ rank, path, box }));
  });
}

/** @throws when a geometry is no polygon with a code. */
export function assertDivisions(topology: DivisionTopology): void {
  for (const { type, properties } of topology.objects.divisions.geometries) {
    if ((type !== 'Polygon' && type !== 'MultiPolygon') || typeof properties?.code !== 'string') {
      throw new Error('boundaries: a geometry is not a polygon with a code');
    }
  }
}

/** Turn a boundary file into canvas paths. @throws when the file is not of the form `scripts/geo` writes. */
export function makeShapes(topology: DivisionTopology): Shapes {
  assertDivisions(topology);
  return { divisions: divisionShapes(topology), borders: borderShapes(topology) };
}
