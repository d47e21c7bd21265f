import { type ListChange, lossBy } from '@/domain/list/list-change';
import type { ListSummary } from '@/domain/list/summary';
import type { Chance } from './chance';

/** One high place of an invented list. */
export interface Place {
  readonly id: number;
  readonly province: string;
  readonly county: string;
  readonly level: 'HIGH' | 'MEDIUM';
}

export interface InventedList {
  readonly hour: number;
  readonly places: readonly Place[];
}

/** Places by province on the peak list of 2 December 2022 (42,965), in the list's own order of provinces. */
const PEAK = [
  5796, 993, 3413, 1453, 1561, 611, 1483, 1080, 140, 620, 22, 33, 97, 156, 5490, 667, 1531, 497, 6864, 14, 50,
  4050, 1638, 150, 764, 13, 994, 937, 560, 665, 611, 12,
];
/** The list of 9 July 2022 (585), likewise. */
const JULY = [12, 16, 13, 14, 157, 100, 123, 74, 28, 5, 17, 4, 18, 4];

export type Era = 'growth' | 'peak' | 'decline' | 'July';

let ids = 0;

export function placesIn(chance: Chance, province: string, count: number, counties: number): Place[] {
  return Array.from({ length: count }, () => {
    // One county holds far more than the next: 5,653 places in one at the peak.
    const county = Math.floor(counties * chance.next() ** 2);
    ids += 1;
    return {
      id: ids,
      province,
      county: `${province} ${county}`,
      level: chance.next() < 0.1 ? 'MEDIUM' : 'HIGH',
    };
  });
}

/** The first list of an era, places in the order of provinces and counties as the service writes them. */
export function firstList(chance: Chance, era: Era): InventedList {
  const sizes = era === 'July' ? JULY : PEAK;
  // A third of the real size: the guard judges shares, and a run stays within minutes.
  const share = { growth: 0.15, peak: 0.3, decline: 0.4, July: 1 }[era];
  const places = sizes.flatMap((size, at) =>
    placesIn(chance, `province ${at}`, Math.max(1, Math.round(size * share)), Math.ceil(size / 30) + 2),
  );
  return { hour: 0, places: inOrder(places) };
}

export function inOrder(places: readonly Place[]): Place[] {
  const order = (place: Place) =>
    Number(place.province.slice(9)) * 10_000 + Number(place.county.split(' ')[2]);
  return [...places].sort((a, b) => order(a) - order(b) || a.id - b.id);
}

export function summaryOf(list: InventedList): ListSummary {
  const provinces: Record<string, number> = {};
  const levels = { HIGH: 0, MEDIUM: 0 };
  for (const { province, level } of list.places) {
    provinces[province] = (provinces[province] ?? 0) + 1;
    levels[level] += 1;
  }
  const { length } = list.places;
  const fingerprint = `${length}:${list.places.reduce((sum, place) => (sum + place.id) % 1e9, 0)}`;
  return {
    listTime: list.hour * 3_600_000,
    places: length,
    provinces,
    levels,
    fingerprint,
    countsAgree: true,
  };
}

export function changeBetween(before: InventedList, after: InventedList): ListChange {
  const kept = new Set(after.places.map((place) => place.id));
  const known = new Set(before.places.map((place) => place.id));
  const gone = before.places.filter((place) => !kept.has(place.id));
  const added = after.places.filter((place) => !known.has(place.id)).length;
  const by = (nameOf: (place: Place) => string) => lossBy(before.places.map(nameOf), gone.map(nameOf));
  return {
    before: before.places.length,
    gone: gone.length,
    added,
    lowered: 0,
    provinces: by((place) => place.province),
    prefectures: by((place) => `${place.province} ${Math.floor(Number(place.county.split(' ')[2]) / 8)}`),
  };
}
