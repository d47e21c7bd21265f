import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import type { Romanise } from '@/domain/lookup/area/area-index';
import { areaPlaces } from '@/domain/lookup/area/area-places';
import { ordinalOf } from '@/domain/lookup/division/division-codes';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import { normaliseText } from '@/domain/lookup/normalise-text';
import type { IndexedArea } from '@/domain/lookup/types';

/** Prepare an area for matching. A division code the index does not know counts as unresolved. */
export function makeAreaEntry(
  divisions: DivisionIndex,
  area: IndexedArea,
  romanise: Romanise | null,
): AreaEntry {
  const division = area.divisionCode === null ? -1 : ordinalOf(divisions, area.divisionCode);
  const names = [area.name, ...area.aliases].map(normaliseText);
  const read = areaPlaces(divisions, division, names);
  const syllables = romanise?.(names[0] ?? '') ?? [];
  return {
    area,
    names,
    ...read,
    boundary: read.places.some((list) => list.boundary),
    pinyin: syllables.join(''),
    syllables: syllables.map((syllable) => syllable.charAt(0).toUpperCase() + syllable.slice(1)).join(''),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
  };
}
