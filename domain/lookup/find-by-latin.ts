import type { AreaSearch } from '@/domain/lookup/area/area-pick';
import { findAreasByLatin } from '@/domain/lookup/area/find-areas';
import { holdingAt } from '@/domain/lookup/area/roll-up-at';
import { findLatinBeginning } from '@/domain/lookup/division/find-beginning';
import type { Found } from '@/domain/lookup/found';
import { type Hit, scoreOf } from '@/domain/lookup/hit';

const LATIN = /^[a-z][a-z0-9]*$/;

/** A query in pinyin or initials, blanks, tone-mark apostrophes and ü allowed. Null when it is not Latin. */
export function findByLatin(search: AreaSearch, query: string): Found | null {
  const text = query
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s'’·-]+/g, '');
  if (!LATIN.test(text)) return null;
  const { index, within, limit, at } = search;
  const { divisions } = index;
  const letters = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const ordinals = findLatinBeginning(
    { index: divisions, within, limit, holding: holdingAt(index, at) },
    letters,
  );
  const hits: Hit[] = ordinals.map((ordinal) => {
    const length = Math.min(divisions.pinyinLengths[ordinal] ?? 0, 255);
    return { kind: 'division', ordinal, type: 'pinyin', score: scoreOf('pinyin', text.length, length) };
  });
  for (const { entry, type } of findAreasByLatin(search, text)) {
    hits.push({ kind: 'area', entry, type, score: scoreOf('pinyin', text.length, entry.pinyin.length) });
  }
  if (hits.length === 0 && text.length < 2) return null;
  return { hits, understood: { as: 'pinyin', path: [], rest: text } };
}
