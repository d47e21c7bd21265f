import { compareLevels } from '@/domain/level/level';
import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import { type AreaIndex, entryOf } from '@/domain/lookup/area/area-index';
import { coverageAt } from '@/domain/lookup/area/coverage-at';
import { levelOfArea } from '@/domain/lookup/area/level-of-area';
import { highestStated } from '@/domain/lookup/area/stated-level';
import type { Asked } from '@/domain/lookup/asked';
import { pathOf } from '@/domain/lookup/division/division-parts';
import type { AreaResult, Lookback, Match, StatementSource } from '@/domain/lookup/types';

const DAY_MS = 86_400_000;

/** The result for an area by its id; null when the snapshot does not hold it. */
export function answerArea(index: AreaIndex, id: string, asked: Asked, match: Match): AreaResult | null {
  const entry = entryOf(index, id);
  return entry === undefined ? null : areaResult(index, entry, asked, match);
}

/** The full result for an entry of this snapshot. */
export function areaResult(index: AreaIndex, entry: AreaEntry, asked: Asked, match: Match): AreaResult {
  const { area, division } = entry;
  const { level, since, why } = levelOfArea(index, entry, asked.at);
  const past = highestStated(area.periods, asked.at - asked.lookbackDays * DAY_MS, asked.at);
  const lookback: Lookback =
    past !== null && compareLevels(past.level, level) >= 0
      ? { days: asked.lookbackDays, highest: past.level, last: past.last }
      : { days: asked.lookbackDays, highest: level, last: null };
  return {
    kind: 'area',
    id: area.id,
    divisionCode: area.divisionCode,
    name: area.name,
    path: division < 0 ? [] : pathOf(index.divisions, division),
    level,
    since,
    lookback,
    contains: { HIGH: level === 'HIGH' ? 1 : 0, MEDIUM: level === 'MEDIUM' ? 1 : 0 },
    match,
    source: newestStatement(index, entry, asked.at),
    why,
    areaKind: area.kind,
    authority: area.authority,
    noticeNo: area.noticeNo,
    drill: area.drill,
    earliestRelease: area.earliestRelease?.(asked.at) ?? null,
  };
}

/** The area's own source; as new as that source's last publication when it covers the ground. */
function newestStatement(index: AreaIndex, entry: AreaEntry, at: number): StatementSource {
  const { source } = entry.area;
  const coverage = coverageAt(index, entry.division, at);
  if (coverage === null || coverage.source !== source.name) return source;
  return { name: source.name, publishedAt: Math.max(source.publishedAt, coverage.asOf) };
}
