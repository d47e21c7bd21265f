import type { AreaRow } from '../area-list/area-row';
import type { ChangeLine } from './change-list';
import type { FigureValues } from './figures';
import type { LostRow } from './lost-list';
import type { PlaceCount } from './place-count';

/** Everything the dashboard shows, at one instant. */
export interface DashboardValues extends FigureValues {
  /** Cut-off, epoch ms. */
  readonly at: number;
  /** The division all figures are about; null for the whole nation. */
  readonly home: { readonly code: string; readonly name: string } | null;
  /** How many areas wait for something. */
  readonly waitingTotal: number;
  readonly waiting: readonly AreaRow[];
  readonly rows: readonly PlaceCount[];
  /** High and medium areas by county, for the map. */
  readonly places: readonly { code: string; HIGH: number; MEDIUM: number }[];
  /** Areas the viewer may see that lie outside `home`. */
  readonly elsewhere: number;
  readonly changes: readonly ChangeLine[];
  /** Areas proposed for raising: the records they were lowered by have changed. */
  readonly lost: readonly LostRow[];
}
