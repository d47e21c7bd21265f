import { compareLevels, type Level } from '@/domain/level/level';
import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import { type AreaIndex, entryAt } from '@/domain/lookup/area/area-index';
import { coverageAt } from '@/domain/lookup/area/coverage-at';
import { countsAt, rollUpAt } from '@/domain/lookup/area/roll-up-at';
import { type StatedNow, statedLevelAt } from '@/domain/lookup/area/stated-level';
import { unlocatedAt } from '@/domain/lookup/area/unlocated';
import { codeOf } from '@/domain/lookup/division/division-codes';
import { childrenOf, countyOf } from '@/domain/lookup/division/division-parts';
import type { Why } from '@/domain/lookup/types';

/** The level of the ground of a division outside its listed areas. */
export interface DivisionLevel {
  /** Where counties differ, the one that promises least: unknown before low before routine. */
  readonly level: Level;
  /** Whether all of that ground has this level; false above the county where counties differ. */
  readonly even: boolean;
  readonly since: number | null;
  readonly why: Why;
  /** The area that is the whole of this ground, when the level is stated and not derived. */
  readonly stated: AreaEntry | null;
}

/**
 * The level of a division's ground outside its listed areas at an instant (epoch ms).
 *
 * A statement on the whole of it, or of a division above it, counts first. Else: no coverage → UNKNOWN; the county (or
 * functional zone) holds high or medium areas → LOW, the rest of that county; a standing area that nobody could locate may
 * lie in it → UNKNOWN; covered and none left → ROUTINE. A province or prefecture answers what its counties do.
 */
export function levelOfDivision(index: AreaIndex, ordinal: number, at: number): DivisionLevel {
  const whole = wholeStatement(index, ordinal, at);
  if (whole !== null && whole.now.level !== 'LOW') return statedBy(whole);
  const derived = derivedLevel(index, ordinal, at);
  if (whole !== null && compareLevels(derived.level, 'LOW') < 0) return statedBy(whole);
  return derived;
}

function derivedLevel(index: AreaIndex, ordinal: number, at: number): DivisionLevel {
  const bare = { since: null, stated: null, even: true };
  const county = countyOf(index.divisions, ordinal);
  if (county < 0) return byCounty(index, ordinal, at);
  if (coverageAt(index, ordinal, at) === null) {
    return { ...bare, level: 'UNKNOWN', why: { rule: 'NOT_COVERED' } };
  }
  const code = codeOf(index.divisions, county);
  const counts = countsAt(index, county, at);
  if (counts.HIGH + counts.MEDIUM > 0) {
    return { ...bare, level: 'LOW', why: { rule: 'REST_OF_COUNTY', county: code, ...counts } };
  }
  const unlocated = unlocatedAt(index, county, at);
  if (unlocated.HIGH + unlocated.MEDIUM > 0) {
    return { ...bare, level: 'UNKNOWN', why: { rule: 'NOT_LOCATED', county: code, ...unlocated } };
  }
  return { ...bare, level: 'ROUTINE', why: { rule: 'NONE_LEFT', county: code } };
}

/** The levels of the counties below; of a division of which no county is known, as if it were one. */
function byCounty(index: AreaIndex, ordinal: number, at: number): DivisionLevel {
  const counts = countsAt(index, ordinal, at);
  const covered = coverageAt(index, ordinal, at) !== null;
  const levels = new Set<Level>();
  collectLevels(index, ordinal, at, levels);
  if (levels.size === 0) {
    levels.add(!covered ? 'UNKNOWN' : counts.HIGH + counts.MEDIUM > 0 ? 'LOW' : 'ROUTINE');
  }
  const level = (['UNKNOWN', 'LOW', 'ROUTINE'] as const).find((one) => levels.has(one)) ?? 'UNKNOWN';
  return {
    level,
    even: levels.size === 1,
    since: null,
    why: covered ? { rule: 'BY_COUNTY', ...counts } : { rule: 'NOT_COVERED' },
    stated: null,
  };
}

/** Ground that is stated high or medium as a whole is a listed area and no remaining ground. */
function collectLevels(index: AreaIndex, ordinal: number, at: number, levels: Set<Level>): void {
  const { divisions } = index;
  const firstStreet = divisions.kindStarts[4] ?? 0;
  for (const child of childrenOf(divisions, ordinal)) {
    if (levels.size === 3 || child >= firstStreet) return;
    if (divisions.withdrawn[child] === 1 && rollUpAt(index, child, at) === undefined) continue;
    if (countyOf(divisions, child) < 0) {
      const whole = wholeOf(index, child, at);
      if (whole === null || whole.now.level === 'LOW') collectLevels(index, child, at, levels);
      continue;
    }
    const whole = wholeOf(index, child, at);
    if (whole === null || whole.now.level === 'LOW') levels.add(derivedLevel(index, child, at).level);
  }
}

interface WholeStatement {
  readonly entry: AreaEntry;
  readonly now: StatedNow;
}

/** The highest statement on the whole of a division or of one above it. */
function wholeStatement(index: AreaIndex, ordinal: number, at: number): WholeStatement | null {
  let best: WholeStatement | null = null;
  for (let step = ordinal; step >= 0; step = index.divisions.parents[step] ?? -1) {
    const found = wholeOf(index, step, at);
    if (found !== null && (best === null || compareLevels(found.now.level, best.now.level) > 0)) best = found;
  }
  return best;
}

/** The highest statement on the whole of this very division. */
function wholeOf(index: AreaIndex, ordinal: number, at: number): WholeStatement | null {
  let best: WholeStatement | null = null;
  for (const slot of rollUpAt(index, ordinal, at)?.whole ?? []) {
    const entry = entryAt(index, slot);
    const now = entry === undefined ? null : statedLevelAt(entry.area.periods, at);
    if (entry === undefined || now === null) continue;
    if (best === null || compareLevels(now.level, best.now.level) > 0) best = { entry, now };
  }
  return best;
}

function statedBy({ entry, now }: WholeStatement): DivisionLevel {
  return {
    level: now.level,
    even: true,
    since: now.since,
    why: { rule: 'STANDING', from: now.since, noticeNo: entry.area.noticeNo },
    stated: entry,
  };
}
