import { compareLevels, type Level } from '@/domain/level/level';
import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import { type AreaIndex, entryAt } from '@/domain/lookup/area/area-index';
import { coverageAt } from '@/domain/lookup/area/coverage-at';
import { countsAt, rollUpAt } from '@/domain/lookup/area/roll-up-at';
import { type StatedNow, statedLevelAt } from '@/domain/lookup/area/stated-level';
import { codeOf } from '@/domain/lookup/division/division-codes';
import { countyOf } from '@/domain/lookup/division/division-parts';
import type { Why } from '@/domain/lookup/types';

export interface DivisionLevel {
  readonly level: Level;
  readonly since: number | null;
  readonly why: Why;
  /** The area that is the whole of this ground, when the level is stated and not derived. */
  readonly stated: AreaEntry | null;
}

/**
 * The level of a division's ground outside its listed areas at an instant (epoch ms).
 *
 * A statement on the whole of it, or of a division above it, counts first. Else: no coverage → UNKNOWN; the county (or
 * functional zone) holds high or medium areas → LOW, the rest of that county; covered and none left → ROUTINE.
 * A province or prefecture answers LOW while one of its counties does.
 */
export function levelOfDivision(index: AreaIndex, ordinal: number, at: number): DivisionLevel {
  const whole = wholeStatement(index, ordinal, at);
  if (whole !== null && whole.now.level !== 'LOW') return statedBy(whole);
  const derived = derivedLevel(index, ordinal, at);
  if (whole !== null && compareLevels(derived.level, 'LOW') < 0) return statedBy(whole);
  return derived;
}

function derivedLevel(index: AreaIndex, ordinal: number, at: number): DivisionLevel {
  const bare = { since: null, stated: null };
  if (coverageAt(index, ordinal, at) === null) {
    return { ...bare, level: 'UNKNOWN', why: { rule: 'NOT_COVERED' } };
  }
  const county = countyOf(index.divisions, ordinal);
  const counts = countsAt(index, county < 0 ? ordinal : county, at);
  const level = counts.HIGH + counts.MEDIUM > 0 ? 'LOW' : 'ROUTINE';
  if (county < 0) return { ...bare, level, why: { rule: 'BY_COUNTY', ...counts } };
  const code = codeOf(index.divisions, county);
  if (level === 'LOW') return { ...bare, level, why: { rule: 'REST_OF_COUNTY', county: code, ...counts } };
  return { ...bare, level, why: { rule: 'NONE_LEFT', county: code } };
}

interface WholeStatement {
  readonly entry: AreaEntry;
  readonly now: StatedNow;
}

function wholeStatement(index: AreaIndex, ordinal: number, at: number): WholeStatement | null {
  let best: WholeStatement | null = null;
  for (let step = ordinal; step >= 0; step = index.divisions.parents[step] ?? -1) {
    for (const slot of rollUpAt(index, step, at)?.whole ?? []) {
      const entry = entryAt(index, slot);
      const now = entry === undefined ? null : statedLevelAt(entry.area.periods, at);
      if (entry === undefined || now === null) continue;
      if (best === null || compareLevels(now.level, best.now.level) > 0) best = { entry, now };
    }
  }
  return best;
}

function statedBy({ entry, now }: WholeStatement): DivisionLevel {
  return {
    level: now.level,
    since: now.since,
    why: { rule: 'STANDING', from: now.since, noticeNo: entry.area.noticeNo },
    stated: entry,
  };
}
