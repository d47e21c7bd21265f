import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { statedLevelAt } from '@/domain/lookup/area/stated-level';
import { relatedAreas } from '@/domain/lookup/related-areas';
import type { AreaMention } from '@/domain/lookup/types';

const MOST_MENTIONS = 20;

/** Other standing areas of the compounds an area names (同小区其他楼栋), on the same ground. */
export function othersOfCompound(index: AreaIndex, entry: AreaEntry, at: number): AreaMention[] {
  const scopes = entry.division < 0 ? [] : [entry.division];
  const found = new Map<string, AreaMention>();
  const stems = new Set(entry.places.flatMap((list) => list.places.map((place) => place.stem)));
  for (const stem of stems) {
    if (stem.length < 2) continue;
    const compound = { stem, parts: {}, except: [], certain: true };
    for (const { entry: other, relation } of relatedAreas(index, compound, scopes, -1, at)) {
      const now = statedLevelAt(other.area.periods, at);
      if (other === entry || relation === 'possible' || now === null || now.level === 'LOW') continue;
      found.set(other.area.id, { id: other.area.id, name: other.area.name, level: now.level });
      if (found.size >= MOST_MENTIONS) return [...found.values()];
    }
  }
  return [...found.values()];
}
