import type { Chance } from './chance';
import type { InventedList, Place } from './nation';

/** Ways in which a file loses places and still counts what is left. `share` is what it loses. */
export const TRUNCATIONS = {
  'tail cut off': (places, share) => places.slice(0, Math.round(places.length * (1 - share))),
  'places at random': (places, share, chance) => places.filter(() => chance.next() >= share),
  'end of every county': (places, share, chance) => {
    const kept = new Map<string, number>();
    const sizes = countBy(places, (place) => place.county);
    return places.filter(({ county }) => {
      if (!kept.has(county))
        kept.set(county, Math.round((sizes.get(county) ?? 0) * (1 - share * chance.between(0.7, 1.3))));
      const left = kept.get(county) ?? 0;
      kept.set(county, left - 1);
      return left > 0;
    });
  },
  'counties at random': (places, share, chance) => {
    const out = new Set<string>();
    let lost = 0;
    const sizes = [...countBy(places, (place) => place.county)].map(([county, size]) => ({
      county,
      size,
      at: chance.next(),
    }));
    for (const { county, size } of sizes.sort((a, b) => a.at - b.at)) {
      if (lost >= places.length * share) break;
      out.add(county);
      lost += size;
    }
    return places.filter((place) => !out.has(place.county));
  },
  'whole provinces': (places, share, chance) => {
    const out = new Set<string>();
    let lost = 0;
    const sizes = [...countBy(places, (place) => place.province)].map(([province, size]) => ({
      province,
      size,
      at: chance.next(),
    }));
    for (const { province, size } of sizes.sort((a, b) => a.at - b.at)) {
      if (lost >= places.length * share) break;
      out.add(province);
      lost += size;
    }
    return places.filter((place) => !out.has(place.province));
  },
  'one province only': (places, _share, chance) => {
    const only = chance.pick(places)?.province;
    return places.filter((place) => place.province === only);
  },
  'the medium level': (places) => places.filter((place) => place.level !== 'MEDIUM'),
} satisfies Record<string, (places: readonly Place[], share: number, chance: Chance) => readonly Place[]>;

export type Truncation = keyof typeof TRUNCATIONS;

export function truncate(list: InventedList, kind: Truncation, share: number, chance: Chance): InventedList {
  return { hour: list.hour, places: TRUNCATIONS[kind](list.places, share, chance) };
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
