import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { codeOf, ordinalOf } from '@/domain/lookup/division/division-codes';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import { kindOf } from '@/domain/lookup/division/division-parts';

const ZONE_RANK = 3;

/**
 * Divisions that share ground with a division: the counties of a functional zone, the zones of a county; none for
 * other kinds. Lists write a place of 高新区 under either, so what one of them holds may lie in the other.
 */
export function overlapsOf({ divisions }: AreaIndex, ordinal: number): number[] {
  const kind = ordinal < 0 ? null : kindOf(divisions, ordinal);
  if (kind === 'FUNCTIONAL_ZONE') return countiesOf(divisions, ordinal);
  if (kind !== 'COUNTY') return [];
  const code = codeOf(divisions, ordinal);
  const [first = 0, end = 0] = [divisions.kindStarts[ZONE_RANK], divisions.kindStarts[ZONE_RANK + 1]];
  const zones: number[] = [];
  for (let zone = first; zone < end; zone++) {
    if (divisions.details.get(zone)?.overlaps.includes(code) === true) zones.push(zone);
  }
  return zones;
}

function countiesOf(divisions: DivisionIndex, zone: number): number[] {
  const codes = divisions.details.get(zone)?.overlaps ?? [];
  return codes.map((code) => ordinalOf(divisions, code)).filter((ordinal) => ordinal >= 0);
}
