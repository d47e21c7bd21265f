import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import type { SharedLists } from '@/domain/lookup/area/area-index';
import { beginsSyllable } from '@/domain/lookup/area/syllable-starts';
import { gramKey } from '@/domain/lookup/gram-index';
import { keysOfStem } from '@/domain/lookup/place/stem-keys';

/** Syllable starts are filed under this many letters, initials under this many characters. */
export const PINYIN_KEY = 5;
export const INITIALS_KEY = 3;

/** File a slot under everything its entry can be found by. Filing twice is harmless. */
export function proposeArea(lists: SharedLists, slot: number, entry: AreaEntry): void {
  const grams = new Set<number>();
  for (const name of entry.names) {
    append(lists.names, name, slot);
    for (let i = 0; i < name.length; i++) {
      const unit = name.charCodeAt(i);
      grams.add(gramKey(0, unit));
      if (i > 0) grams.add(gramKey(name.charCodeAt(i - 1), unit));
    }
  }
  for (const key of grams) append(lists.grams, key, slot);
  const stems = new Set(
    entry.places.flatMap((list) => list.places.flatMap((place) => keysOfStem(place.stem))),
  );
  for (const key of stems) append(lists.stems, key, slot);
  for (const key of latinKeys(entry)) append(lists.latin, key, slot);
}

function latinKeys({ pinyin, syllables, initials }: AreaEntry): Set<string> {
  const keys = new Set<string>();
  for (let at = 0; at < pinyin.length; at++) {
    if (beginsSyllable(syllables, at)) keys.add(`p${pinyin.slice(at, at + PINYIN_KEY)}`);
  }
  for (let at = 0; at + INITIALS_KEY <= initials.length; at++) {
    keys.add(`i${initials.slice(at, at + INITIALS_KEY)}`);
  }
  return keys;
}

function append<K>(lists: Map<K, number[]>, key: K, slot: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [slot]);
  else list.push(slot);
}
