import type { Level } from '@/domain/level/level';
import type { Runtime } from '@/server/runtime';
import { divisionStanding } from './division-standing';

/** The derived level of the ground around an area, and what still stands in the division it was derived for. */
export interface AreaGround {
  level: Level;
  division: string;
  contains: { HIGH: number; MEDIUM: number };
}

/**
 * The level of the ground an area lies in once no level stands at it. Null when its division is not known or the index
 * does not hold it: then the level is unknown, and never low.
 * @param steps the area's divisions, province first; the county (third) is asked, or the deepest above it.
 */
export function areaGround(
  rt: Pick<Runtime, 'lookup' | 'clock'>,
  steps: readonly { code: string }[],
): AreaGround | null {
  const code = (steps[2] ?? steps.at(-1))?.code;
  if (!code) return null;
  try {
    const { level, name, contains } = divisionStanding(rt, code);
    return { level, division: name, contains: { HIGH: contains.HIGH, MEDIUM: contains.MEDIUM } };
  } catch {
    return null;
  }
}
