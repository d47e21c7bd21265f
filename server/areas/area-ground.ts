import type { GroundView } from '@/domain/area/area-view';
import type { Runtime } from '@/server/runtime';
import type { AreaDetail } from './area-detail';
import { areaStanding } from './area-standing';
import { divisionStanding } from './division-standing';

/** What holds at an area where no level stands, as the look-up says it; unknown where the look-up knows nothing. */
export async function areaGround(
  rt: Pick<Runtime, 'db' | 'lookup' | 'clock'>,
  detail: AreaDetail,
): Promise<GroundView> {
  const { level } = await areaStanding(rt, detail);
  const county = detail.division?.steps[2] ?? detail.division?.steps.at(-1);
  if (!county || level === 'UNKNOWN') return { level, division: '', contains: { HIGH: 0, MEDIUM: 0 } };
  const { name, contains } = divisionStanding(rt, county.code);
  return { level, division: name, contains: { HIGH: contains.HIGH, MEDIUM: contains.MEDIUM } };
}
