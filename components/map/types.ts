import type { Level } from '@/domain/level/level';

/** One place with a level. Coordinates are WGS-84, or null when nobody has placed it. */
export interface MapArea {
  readonly id: string;
  readonly level: Level;
  readonly name: string;
  /** Any code below or at the county: the county is read from its first six digits. */
  readonly divisionCode: string;
  readonly lng: number | null;
  readonly lat: number | null;
}

/** Places already counted by division, for maps that need no single place. */
export interface MapCount {
  readonly divisionCode: string;
  readonly level: Level;
  readonly count: number;
}

/** The derived level of a county: what holds for the ground outside its designated places. */
export interface MapDivision {
  readonly code: string;
  readonly level: Level;
}

/** What was clicked, or what is marked. */
export type MapSelection =
  | { readonly kind: 'area'; readonly id: string }
  | { readonly kind: 'division'; readonly code: string };

/** A point of the plane the map is drawn in: Web Mercator at zoom 0, in pixels from the middle of China. */
export type PlanePoint = readonly [x: number, y: number];

/** A rectangle of that plane. */
export interface PlaneBox {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}
