import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import { type AreaIndex, entryAt } from '@/domain/lookup/area/area-index';
import { rollUpAt } from '@/domain/lookup/area/roll-up-at';
import { countyOf, isInside } from '@/domain/lookup/division/division-parts';
import type { Place, PlaceList } from '@/domain/lookup/place/place';
import { type PlaceRelation, relatePlace } from '@/domain/lookup/place/relate-place';
import { keysOfAddress } from '@/domain/lookup/place/stem-keys';

export interface Related {
  readonly entry: AreaEntry;
  readonly relation: Exclude<PlaceRelation, 'unrelated'>;
}

const STRENGTH: Record<PlaceRelation, number> = {
  inside: 4,
  partly: 3,
  possible: 2,
  nearby: 1,
  unrelated: 0,
};
const MOST_BOUNDARIES = 5;

/**
 * Every area that has to do with an address: `scopes` are the divisions it names (none: anywhere), `within` −1 for no
 * bound; `text` is the whole address as `parsePlaces` gives it. Areas described by borders cannot be told from the
 * address; those on the same ground come as `possible`.
 */
export function relatedAreas(
  index: AreaIndex,
  address: Place,
  scopes: readonly number[],
  within: number,
  at: number,
  text = '',
): Related[] {
  const seen = new Set<number>();
  const related: Related[] = [];
  for (const key of keysOfAddress(address.stem)) {
    for (const slot of index.shared.stems.get(key) ?? []) {
      if (slot >= index.size || seen.has(slot)) continue;
      seen.add(slot);
      const entry = entryAt(index, slot);
      if (entry === undefined) continue;
      if (within >= 0 && !(entry.division >= 0 && isInside(index.divisions, entry.division, within)))
        continue;
      const fit = scopeFit(index, entry.division, scopes);
      if (fit === 'other') continue;
      const relation = strongest(entry, address, text);
      if (relation === 'unrelated') continue;
      const weakened = fit === 'unsure' && relation !== 'nearby' ? 'possible' : relation;
      related.push({ entry, relation: weakened });
    }
  }
  for (const slot of boundariesOn(index, scopes, at)) {
    const entry = seen.has(slot) ? undefined : entryAt(index, slot);
    if (entry !== undefined) related.push({ entry, relation: 'possible' });
  }
  return related.sort((a, b) => STRENGTH[b.relation] - STRENGTH[a.relation]);
}

function strongest(entry: AreaEntry, address: Place, text: string): PlaceRelation {
  let best: PlaceRelation = 'unrelated';
  for (const list of entry.places) {
    if (saysTheSame(list, text)) return 'inside';
    for (const place of list.places) {
      const relation = relatePlace(place, address);
      if (STRENGTH[relation] > STRENGTH[best]) best = relation;
    }
  }
  return best;
}

/** Whatever its words mean, an address that repeats them, or adds a number behind them, lies inside. */
function saysTheSame(list: PlaceList, text: string): boolean {
  if (text === '' || !text.startsWith(list.text)) return false;
  return (
    text.length === list.text.length || (list.places.length === 1 && /^\d/.test(text.slice(list.text.length)))
  );
}

/** 'same' ground, 'other' ground, or 'unsure': another street of the same county, or an area without division. */
function scopeFit(
  index: AreaIndex,
  division: number,
  scopes: readonly number[],
): 'same' | 'other' | 'unsure' {
  if (scopes.length === 0) return 'same';
  if (division < 0) return 'unsure';
  const { divisions } = index;
  const direct = scopes.some(
    (scope) => isInside(divisions, division, scope) || isInside(divisions, scope, division),
  );
  if (direct) return 'same';
  const sameCounty = scopes.some((scope) => {
    const county = countyOf(divisions, scope);
    return county >= 0 && isInside(divisions, division, county);
  });
  return sameCounty ? 'unsure' : 'other';
}

function boundariesOn(index: AreaIndex, scopes: readonly number[], at: number): number[] {
  const found: number[] = [];
  for (const scope of scopes) {
    const county = countyOf(index.divisions, scope);
    if (county < 0) continue;
    for (const slot of rollUpAt(index, county, at)?.boundaries ?? []) {
      const entry = entryAt(index, slot);
      if (entry === undefined) continue;
      if (
        !isInside(index.divisions, scope, entry.division) &&
        !isInside(index.divisions, entry.division, scope)
      ) {
        continue;
      }
      found.push(slot);
      if (found.length >= MOST_BOUNDARIES) return found;
    }
  }
  return found;
}
