import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { nameOf, pathOf } from '@/domain/lookup/division/division-parts';
import type { Hit } from '@/domain/lookup/hit';
import type { Understood } from '@/domain/lookup/types';

/** What a finder hands to `search`. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly understood: Understood;
}

/** The path steps of the deepest division read, when it is one; of several, only the shared name. */
export function understoodPath(index: AreaIndex, scopes: readonly number[]): Understood['path'] {
  const first = scopes[0];
  if (first === undefined) return [];
  if (scopes.length === 1) return pathOf(index.divisions, first);
  return pathOf(index.divisions, first).filter((step) => step.name === nameOf(index.divisions, first));
}
