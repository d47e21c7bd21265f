import type { Chance } from './chance';
import { type Era, type InventedList, inOrder, type Place, placesIn } from './nation';

// The literals are those of the study of 1,385 published lists: a median of 3 hours apart; between two lists a median of
// 58 changes and a 95th percentile of 1,854; honest drops of up to 30 %, in which thousands end and tens to hundreds begin.
const MEDIAN_CHANGES = 58;
const HIGH_CHANGES = 1854;
const LARGEST_DROP = 0.3;
const SOME_NEW = [10, 300] as const;
/** From 9 December 2022 to the end of the lists some 54 hours led from 19,309 places to 30. */
const DECLINE = { median: 0.05, high: 0.28 };

/** The list some hours later, as releases and designations would make it. */
export function nextHonest(chance: Chance, list: InventedList, era: Era): InventedList {
  const hours = Math.max(1, Math.round(chance.skewed(3, 14)));
  const { length } = list.places;
  const changes = chance.skewed(MEDIAN_CHANGES, HIGH_CHANGES) * (era === 'July' ? 0.2 : 1);
  let gone = changes * { growth: 0.3, peak: 0.5, decline: 0, July: 0.4 }[era];
  let added = changes - gone;
  if (era === 'decline') {
    gone = length * chance.skewed(DECLINE.median, DECLINE.high);
    added =
      gone > 1000
        ? Math.exp(chance.between(...(SOME_NEW.map(Math.log) as [number, number])))
        : gone * 0.1 * chance.next();
  }
  const left = release(chance, list.places, Math.min(gone, length * LARGEST_DROP));
  const began = begin(chance, list.places, Math.round(added));
  return { hour: list.hour + hours, places: inOrder([...left, ...began]) };
}

/** Releases go county by county in a few provinces; in one list of ten they go over the whole nation, unlike from province to province. */
function release(chance: Chance, places: readonly Place[], count: number): Place[] {
  const everywhere = chance.next() < 0.1;
  const zeal = new Map<string, number>();
  const zealOf = (province: string): number => {
    let value = zeal.get(province);
    if (value === undefined) {
      value = everywhere || chance.next() < 0.25 ? chance.next() ** 2 : 0;
      zeal.set(province, value);
    }
    return value;
  };
  const counties = new Map<string, Place[]>();
  for (const place of places) {
    const county = counties.get(place.county);
    if (county === undefined) counties.set(place.county, [place]);
    else county.push(place);
  }
  const order = [...counties.values()]
    .map((county) => ({ county, at: chance.next() / (zealOf(county[0]?.province ?? '') + 1e-9) }))
    .sort((a, b) => a.at - b.at);
  const ended = new Set<number>();
  for (const { county } of order) {
    if (ended.size >= count) break;
    const share = chance.next() < 0.5 ? 1 : chance.next();
    for (const place of county) {
      if (ended.size < count && chance.next() < share) ended.add(place.id);
    }
  }
  return places.filter((place) => !ended.has(place.id));
}

/** New places begin in a few counties at a time, mostly where there are some. */
function begin(chance: Chance, places: readonly Place[], count: number): Place[] {
  const began: Place[] = [];
  while (began.length < count) {
    const near = chance.pick(places);
    const province = near?.province ?? 'province 0';
    const size = Math.min(count - began.length, Math.ceil(chance.skewed(4, 60)));
    const made = placesIn(chance, province, size, 1);
    began.push(...made.map((place) => ({ ...place, county: near?.county ?? place.county })));
  }
  return began;
}

/** A small province ends altogether, or a large one; null when the list has none of that size. */
export function provinceEnds(chance: Chance, list: InventedList, small: boolean): InventedList | null {
  const sizes = new Map<string, number>();
  for (const { province } of list.places) sizes.set(province, (sizes.get(province) ?? 0) + 1);
  const candidates = [...sizes].filter(([, size]) => size <= 20 === small && size < list.places.length * 0.2);
  const ending = chance.pick(candidates)?.[0];
  if (ending === undefined) return null;
  return { hour: list.hour, places: list.places.filter((place) => place.province !== ending) };
}
