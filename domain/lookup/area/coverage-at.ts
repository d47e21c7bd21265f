import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { NATION } from '@/domain/lookup/area/empty-area-index';
import type { Coverage } from '@/domain/lookup/types';

/**
 * The coverage under which a division lies at an instant (epoch ms): the nearest above it, the newest of those; null
 * when no source speaks for it. `ordinal` −1 asks for the nation.
 */
export function coverageAt(index: AreaIndex, ordinal: number, at: number): Coverage | null {
  for (let step = ordinal; step >= 0; step = index.divisions.parents[step] ?? -1) {
    const found = newest(index.coverageOf.get(step), at);
    if (found !== null) return found;
  }
  return newest(index.coverageOf.get(NATION), at);
}

function newest(coverages: readonly Coverage[] | undefined, at: number): Coverage | null {
  let best: Coverage | null = null;
  for (const coverage of coverages ?? []) {
    if (coverage.since !== null && coverage.since > at) continue;
    if (best === null || coverage.asOf > best.asOf) best = coverage;
  }
  return best;
}
