import { compareLevels, type Level } from '@/domain/level/level';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { coverageAt } from '@/domain/lookup/area/coverage-at';
import { type DivisionLevel, levelOfDivision } from '@/domain/lookup/area/level-of-division';
import { countsAt, highestInside } from '@/domain/lookup/area/roll-up-at';
import { unlocatedAt } from '@/domain/lookup/area/unlocated';
import type { Asked } from '@/domain/lookup/asked';
import { codeOf, ordinalOf } from '@/domain/lookup/division/division-codes';
import { childrenOf, kindOf, nameOf, pathOf } from '@/domain/lookup/division/division-parts';
import type {
  AreaMention,
  CountedChild,
  DivisionResult,
  LevelCounts,
  Lookback,
  Match,
  StatementSource,
} from '@/domain/lookup/types';

/** The result for a division by its code; null when no division has it. */
export function answerDivision(
  index: AreaIndex,
  code: string,
  asked: Asked,
  match: Match,
): DivisionResult | null {
  const ordinal = ordinalOf(index.divisions, code);
  return ordinal < 0 ? null : divisionResult(index, ordinal, asked, match);
}

/** Areas an address stands beside, or may lie in. */
export interface Beside {
  readonly nearby: readonly AreaMention[];
  readonly possible: readonly AreaMention[];
}

const NOTHING_BESIDE: Beside = { nearby: [], possible: [] };
const NONE_OVERLAPPING: DivisionResult['overlapping'] = [];

/** The full result for an ordinal of this snapshot's divisions; see `DivisionResult` for what its level means. */
export function divisionResult(
  index: AreaIndex,
  ordinal: number,
  asked: Asked,
  match: Match,
  beside: Beside = NOTHING_BESIDE,
): DivisionResult {
  const { at } = asked;
  const ground = levelOfDivision(index, ordinal, at);
  const counts = countsAt(index, ordinal, at);
  const inside = match.type === 'address' ? null : highestOf(counts);
  const leads = inside !== null && compareLevels(inside, ground.level) > 0;
  const level = leads ? inside : ground.level;
  const code = codeOf(index.divisions, ordinal);
  return {
    kind: 'division',
    id: code,
    divisionCode: code,
    divisionKind: kindOf(index.divisions, ordinal),
    name: nameOf(index.divisions, ordinal),
    path: pathOf(index.divisions, ordinal),
    level,
    restLevel: ground.even ? ground.level : null,
    since: leads ? null : ground.since,
    lookback: lookbackOf(index, match.type === 'address' ? -1 : ordinal, level, asked),
    contains: counts,
    unlocated: unlocatedAt(index, ordinal, at),
    children: counts.HIGH + counts.MEDIUM === 0 ? [] : countedChildren(index, ordinal, at),
    match,
    source: sourceOf(index, ordinal, ground, at),
    why: leads ? { rule: 'HOLDS', ...counts } : ground.why,
    restWhy: ground.why,
    ...beside,
    overlapping: NONE_OVERLAPPING,
  };
}

function highestOf(counts: LevelCounts): 'HIGH' | 'MEDIUM' | null {
  return counts.HIGH > 0 ? 'HIGH' : counts.MEDIUM > 0 ? 'MEDIUM' : null;
}

function isListed(level: Level): boolean {
  return level === 'HIGH' || level === 'MEDIUM';
}

/** Of the areas inside; −1 for an address, whose ground is none of them. */
function lookbackOf(index: AreaIndex, ordinal: number, level: Level, asked: Asked): Lookback {
  const { at, lookbackDays: days } = asked;
  const past = ordinal < 0 ? null : highestInside(index, ordinal, at, days);
  if (past !== null && compareLevels(past.level, level) >= 0) {
    return { days, highest: past.level, last: past.last };
  }
  return { days, highest: level, last: isListed(level) ? at : null };
}

function sourceOf(
  index: AreaIndex,
  ordinal: number,
  ground: DivisionLevel,
  at: number,
): StatementSource | null {
  const coverage = coverageAt(index, ordinal, at);
  if (coverage !== null) return { name: coverage.source, publishedAt: coverage.asOf };
  return ground.stated?.area.source ?? null;
}

/** The divisions directly below that hold high or medium areas: most high first, then most medium, then code order. */
function countedChildren(index: AreaIndex, ordinal: number, at: number): CountedChild[] {
  const counted: (LevelCounts & { ordinal: number })[] = [];
  for (const child of childrenOf(index.divisions, ordinal)) {
    const counts = countsAt(index, child, at);
    if (counts.HIGH + counts.MEDIUM > 0) counted.push({ ordinal: child, ...counts });
  }
  counted.sort((a, b) => b.HIGH - a.HIGH || b.MEDIUM - a.MEDIUM || a.ordinal - b.ordinal);
  return counted.map(({ ordinal: child, HIGH, MEDIUM }) => ({
    code: codeOf(index.divisions, child),
    name: nameOf(index.divisions, child),
    HIGH,
    MEDIUM,
  }));
}
