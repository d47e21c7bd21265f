import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { codeOf, ordinalOf } from '@/domain/lookup/division/division-codes';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import { kindOf } from '@/domain/lookup/division/division-parts';

const ZONE_RANK = 3;

/**
 * Divisions that share ground with a division: the counties of a functional zone, the zones of a county; none for
 * other kinds. Lists write a place of 高新区 under either, so what one of them holds may lie in the other.
 */
export function overlapsOf({ divisions }: AreaIndex, ordinal: number): readonly number[] {
  const kind = ordinal < 0 ? null : kindOf(divisions, ordinal);
  if (kind === 'FUNCTIONAL_ZONE') return countiesOf(divisions, ordinal);
  if (kind !== 'COUNTY') return [];
  return zonesByCounty(divisions).get(codeOf(divisions, ordinal)) ?? [];
}

function countiesOf(divisions: DivisionIndex, zone: number): number[] {
  const codes = divisions.details.get(zone)?.overlaps ?? [];
  return codes.map((code) => ordinalOf(divisions, code)).filter((ordinal) => ordinal >= 0);
}

const known = new WeakMap<DivisionIndex, ReadonlyMap<string, readonly number[]>>();

/** Divisions never change, and every county of every answer is asked for its zones. */
function zonesByCounty(divisions: DivisionIndex): ReadonlyMap<string, readonly number[]> {
  const made = known.get(divisions);
  if (made !== undefined) return made;
  const [first = 0, end = 0] = [divisions.kindStarts[ZONE_RANK], divisions.kindStarts[ZONE_RANK + 1]];
  const zones = new Map<string, number[]>();
  for (let zone = first; zone < end; zone++) {
    for (const county of divisions.details.get(zone)?.overlaps ?? []) {
      zones.set(county, [...(zones.get(county) ?? []), zone]);
    }
  }
  known.set(divisions, zones);
  return zones;
}
