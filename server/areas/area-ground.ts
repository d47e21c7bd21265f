import type { Level } from '@/domain/level/level';
import type { Runtime } from '@/server/runtime';
import type { AreaDetail } from './area-detail';
import { areaStanding } from './area-standing';
import { divisionStanding } from './division-standing';

/** The derived level of the ground an area lies in, and what still stands in the county it is derived from. */
export interface AreaGround {
  level: Level;
  division: string;
  contains: { HIGH: number; MEDIUM: number };
}

/** What holds at an area where no level stands, as the look-up says it; unknown where the look-up knows nothing. */
export async function areaGround(
  rt: Pick<Runtime, 'db' | 'lookup' | 'clock'>,
  detail: AreaDetail,
): Promise<AreaGround> {
  const { level } = await areaStanding(rt, detail);
  const county = detail.division?.steps[2] ?? detail.division?.steps.at(-1);
  if (!county || level === 'UNKNOWN') return { level, division: '', contains: { HIGH: 0, MEDIUM: 0 } };
  const { name, contains } = divisionStanding(rt, county.code);
  return { level, division: name, contains: { HIGH: contains.HIGH, MEDIUM: contains.MEDIUM } };
}
