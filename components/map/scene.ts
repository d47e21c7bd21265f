import type { Level } from '@/domain/level/level';
import type { NationGeo } from './load-geo';
import type { Placed } from './place-areas';
import type { Shapes } from './shapes';
import type { MapSelection, PlaneBox } from './types';

/** Everything one frame shows. */
export interface Scene {
  readonly nation: NationGeo;
  /** Null until the county boundaries have arrived. */
  readonly counties: Shapes | null;
  readonly placed: Placed;
  /** Derived level of each county; null when the map says nothing about the ground between places. */
  readonly levels: ReadonlyMap<string, Level> | null;
  /** Division in the foreground; null for the whole country. */
  readonly home: string | null;
  readonly selected: MapSelection | null;
  /** Word put after the name of a prefecture whose symbol counts places that lie in no county. */
  readonly zoneWord: string;
}

/** Where the canvas looks: screen x = plane x × scale + left, screen y = plane y × scale + top, in CSS pixels. */
export interface View {
  readonly zoom: number;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly density: number;
  /** The part of the plane in sight. */
  readonly box: PlaneBox;
}
