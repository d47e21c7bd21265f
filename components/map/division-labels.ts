import type { PlanePoint } from './types';

/** A division's name and a point inside it. */
export interface DivisionLabel {
  readonly code: string;
  readonly name: string;
  readonly at: PlanePoint;
  /** Code it is counted under in a prefecture view: its prefecture, or what stands in for one. */
  readonly prefecture: string;
  /** Drawn as one piece of the county map. A prefecture-level city without counties (东莞) is. */
  readonly isCounty: boolean;
}

export type DivisionLabels = ReadonlyMap<string, DivisionLabel>;

/** How finely places without coordinates are counted together on the screen. */
export type GroupRank = 'county' | 'prefecture' | 'province';

/**
 * The division a place is marked at. A functional zone that is no county goes to its prefecture, else to its province.
 * @param code any division code
 * @returns null when nothing of it is on the map
 */
export function markedAt(code: string, rank: GroupRank, labels: DivisionLabels): DivisionLabel | null {
  const six = code.slice(0, 6);
  const province = labels.get(`${six.slice(0, 2)}0000`) ?? null;
  if (rank === 'province') return province;
  const nearest = labels.get(six) ?? labels.get(`${six.slice(0, 4)}00`) ?? province;
  if (rank === 'county' || nearest === null) return nearest;
  return labels.get(nearest.prefecture) ?? nearest;
}
