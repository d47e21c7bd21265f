import type { DivisionCode } from '@/domain/division/types';
import type { Level } from '@/domain/level/level';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { levelOfDivision } from '@/domain/lookup/area/level-of-division';
import { codeOf, ordinalOf } from '@/domain/lookup/division/division-codes';
import { childrenOf, kindOf } from '@/domain/lookup/division/division-parts';

/**
 * What holds for the ground of each county of a division outside its designated places, as the look-up answers it.
 * @param home code of a province, prefecture or county
 * @param at epoch ms
 * @returns empty when no division has the code
 */
export function countyLevels(
  index: AreaIndex,
  home: string,
  at: number,
): { code: DivisionCode; level: Level }[] {
  const ordinal = ordinalOf(index.divisions, home);
  if (ordinal < 0) return [];
  return countiesOf(index, ordinal).map((county) => ({
    code: codeOf(index.divisions, county),
    level: levelOfDivision(index, county, at).level,
  }));
}

function countiesOf(index: AreaIndex, ordinal: number): number[] {
  const kind = kindOf(index.divisions, ordinal);
  if (kind === 'COUNTY') return [ordinal];
  if (kind !== 'PROVINCE' && kind !== 'PREFECTURE') return [];
  return [...childrenOf(index.divisions, ordinal)].flatMap((child) => countiesOf(index, child));
}
