import { withoutZone } from '@/domain/lookup/place/stem-text';

const KEY = 3;

/** Keys under which a listed stem is filed: its last three characters, also without its zone or trailing numbers. */
export function keysOfStem(stem: string): string[] {
  const keys = new Set<string>();
  for (const form of [stem, withoutZone(stem), stem.replace(/[a-z0-9-]+$/, '')]) {
    if (form.length >= 2) keys.add(form.slice(-KEY));
  }
  return [...keys];
}

/** The keys an address may meet: those that end at each place of its stem. */
export function keysOfAddress(stem: string): string[] {
  const keys = new Set<string>();
  for (let end = stem.length; end >= 2; end--) {
    keys.add(stem.slice(Math.max(0, end - KEY), end));
    keys.add(stem.slice(end - 2, end));
  }
  return [...keys];
}
