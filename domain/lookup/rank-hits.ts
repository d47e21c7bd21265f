import { compareLevels, type Level } from '@/domain/level/level';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { levelOfArea } from '@/domain/lookup/area/level-of-area';
import { countsAt } from '@/domain/lookup/area/roll-up-at';
import { kindRank } from '@/domain/lookup/division/division-parts';
import type { Hit } from '@/domain/lookup/hit';
import type { MatchType } from '@/domain/lookup/types';

const TIERS: Record<MatchType, number> = {
  code: 0,
  point: 0,
  exact: 1,
  alias: 2,
  address: 3,
  prefix: 4,
  substring: 5,
  pinyin: 6,
};
// A standing area stands between streets and communities, one without statement behind them.
const STANDING_RANK = 4.5;
const QUIET_RANK = 6;

interface Ranked {
  readonly hit: Hit;
  readonly tier: number;
  readonly rank: number;
  readonly holding: number;
  readonly level: Level;
  readonly order: number;
}

/**
 * Best first, each place once with its best match. In an address, areas that hold it come before the ground, the
 * more severe first: the answer must lead with what restricts most.
 */
export function rankHits(index: AreaIndex, hits: readonly Hit[], at: number): Hit[] {
  const best = new Map<string | number, Ranked>();
  hits.forEach((hit, order) => {
    const ranked = rank(index, hit, at, order);
    const key = hit.kind === 'area' ? hit.entry.area.id : hit.ordinal;
    const known = best.get(key);
    if (known === undefined || compare(ranked, known) < 0) best.set(key, ranked);
  });
  return [...best.values()].sort(compare).map((ranked) => ranked.hit);
}

function rank(index: AreaIndex, hit: Hit, at: number, order: number): Ranked {
  const tier = TIERS[hit.type];
  if (hit.kind === 'division') {
    const counts = countsAt(index, hit.ordinal, at);
    const holding = counts.HIGH > 0 ? 2 : counts.MEDIUM > 0 ? 1 : 0;
    return { hit, tier, rank: kindRank(index.divisions, hit.ordinal), holding, level: 'UNKNOWN', order };
  }
  const { level } = levelOfArea(index, hit.entry, at);
  const standing = level === 'HIGH' || level === 'MEDIUM';
  const within = hit.type === 'address' ? -1 : standing ? STANDING_RANK : QUIET_RANK;
  return { hit, tier, rank: within, holding: standing ? 1 : 0, level, order };
}

function compare(a: Ranked, b: Ranked): number {
  return (
    a.tier - b.tier ||
    a.rank - b.rank ||
    b.holding - a.holding ||
    compareLevels(b.level, a.level) ||
    b.hit.score - a.hit.score ||
    a.order - b.order
  );
}
