import type { Level } from '@/domain/level/level';
import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { levelOfDivision } from '@/domain/lookup/area/level-of-division';
import { statedLevelAt } from '@/domain/lookup/area/stated-level';
import { codeOf } from '@/domain/lookup/division/division-codes';
import { countyOf } from '@/domain/lookup/division/division-parts';
import type { Why } from '@/domain/lookup/types';

export interface AreaLevel {
  readonly level: Level;
  readonly since: number | null;
  readonly why: Why;
}

/**
 * The level of an area at an instant (epoch ms): what is stated of it; without a statement the level of the ground it
 * lies in (LOW while its county holds a high or medium area, else ROUTINE). Unresolved or uncovered ground: UNKNOWN.
 */
export function levelOfArea(index: AreaIndex, entry: AreaEntry, at: number): AreaLevel {
  const { area, division } = entry;
  const now = statedLevelAt(area.periods, at);
  if (now !== null) {
    return {
      level: now.level,
      since: now.since,
      why: { rule: 'STANDING', from: now.since, noticeNo: area.noticeNo },
    };
  }
  if (division < 0) return { level: 'UNKNOWN', since: null, why: { rule: 'COUNTY_UNKNOWN' } };
  const ground = levelOfDivision(index, division, at);
  if (ground.stated !== null || ground.level === 'UNKNOWN') return ground;
  const county = countyOf(index.divisions, division);
  if (county < 0) return { level: 'UNKNOWN', since: null, why: { rule: 'COUNTY_UNKNOWN' } };
  const code = codeOf(index.divisions, county);
  let ended: number | null = null;
  for (const { to } of area.periods) if (to !== null && to <= at) ended = to;
  if (ended !== null) {
    return { level: ground.level, since: null, why: { rule: 'RELEASED', endedAt: ended, county: code } };
  }
  const first = area.periods[0];
  const why: Why = first === undefined ? ground.why : { rule: 'NOT_YET', from: first.from, county: code };
  return { level: ground.level, since: null, why };
}
