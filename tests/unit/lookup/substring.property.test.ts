// Guarantee: with room for all of them, search finds exactly the names that hold the query, as a scan would.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Division } from '@/domain/division/types';
import { applyAreas } from '@/domain/lookup/area/apply-areas';
import { emptyAreaIndex } from '@/domain/lookup/area/empty-area-index';
import { findAreasByName } from '@/domain/lookup/area/find-areas';
import { codeOf } from '@/domain/lookup/division/division-codes';
import { DivisionIndexBuilder } from '@/domain/lookup/division/division-index-builder';
import { HOLDING_NOTHING } from '@/domain/lookup/division/division-search';
import { findLatinBeginning, findNameBeginning } from '@/domain/lookup/division/find-beginning';
import { findExact } from '@/domain/lookup/division/find-exact';
import { findSubstring } from '@/domain/lookup/division/find-substring';
import { unitsOf } from '@/domain/lookup/pool-text';
import { area, division, NOW } from './fixture';

const LETTERS = ['东', '风', '新', '村', '区', '社', '花', '园', '1', 'a'];
const SYLLABLES = ['dong', 'feng', 'xin', 'cun', 'qu', 'she', 'hua', 'yuan', '1', 'a'];
const name = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 7 });
const names = fc.array(name, { minLength: 1, maxLength: 400 });
const text = (numbers: readonly number[]): string => numbers.map((n) => LETTERS[n] ?? '').join('');
const latin = (numbers: readonly number[]): string => numbers.map((n) => SYLLABLES[n] ?? '').join('');

function rows(list: readonly (readonly number[])[]): Division[] {
  return list.map((numbers, i) => ({
    ...division([
      `37070300${1 + (i % 9)}${String(i).padStart(3, '0')}`,
      null,
      text(numbers),
      text(numbers.slice(0, 3)),
      latin(numbers),
      latin(numbers).slice(0, 2),
    ]),
    kind: 'COMMUNITY',
    aliases: i % 5 === 0 ? [text([...numbers].reverse())] : [],
  }));
}

function indexed(list: readonly Division[]) {
  const builder = new DivisionIndexBuilder();
  for (const row of list) builder.add(row);
  const index = builder.build();
  const search = { index, within: -1, limit: 1000, holding: HOLDING_NOTHING };
  const codes = (ordinals: Iterable<number>): string[] =>
    [...new Set(ordinals)].map((o) => codeOf(index, o)).sort();
  return { index, search, codes };
}

const scan = (list: readonly Division[], test: (row: Division) => boolean): string[] =>
  list
    .filter(test)
    .map((row) => row.code as string)
    .sort();
const anyName = (row: Division): readonly string[] => [row.name, ...row.aliases];

describe('division search equals a scan', () => {
  it('substring, beginning, exact and pinyin', () => {
    fc.assert(
      fc.property(names, name, (list, wanted) => {
        const all = rows(list);
        const { index, search, codes } = indexed(all);
        const query = text(wanted.slice(0, 4));
        const units = unitsOf(query);
        const { beginning, inside } = findSubstring(search, units);
        expect(codes([...beginning, ...inside])).toEqual(
          scan(all, (row) => anyName(row).some((one) => one.includes(query))),
        );
        expect(codes(findNameBeginning(search, units))).toEqual(
          scan(all, (row) => row.name.startsWith(query)),
        );
        expect(codes(findExact(index, units).named)).toEqual(
          scan(all, (row) => row.name === query || row.shortName === query),
        );
        const letters = latin(wanted).slice(0, 7);
        expect(
          codes(
            findLatinBeginning(
              search,
              Uint8Array.from(letters, (c) => c.charCodeAt(0)),
            ),
          ),
        ).toEqual(scan(all, (row) => row.pinyin.startsWith(letters) || row.initials.startsWith(letters)));
      }),
      { numRuns: 60 },
    );
  });

  it('over three thousand names at once', () => {
    const list =
      fc.sample(fc.array(name, { minLength: 3000, maxLength: 3000 }), { numRuns: 1, seed: 7 })[0] ?? [];
    const all = list.map(
      (numbers, i) => ({ ...rows([numbers])[0], code: String(370703000000 + i) }) as Division,
    );
    const { search, codes } = indexed(all);
    const wide = { ...search, limit: 3000 };
    for (const query of ['风', '新村', '东风新', '园花园', 'a1', '社区社区']) {
      const { beginning, inside } = findSubstring(wide, unitsOf(query));
      const expected = scan(all, (row) => anyName(row).some((one) => one.includes(query)));
      expect(codes([...beginning, ...inside])).toEqual(expected);
    }
  });
});

describe('area search equals a scan', () => {
  it('after any sequence of changes, renames included', () => {
    const change = fc.record({ id: fc.integer({ min: 0, max: 30 }), name });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), name, (changes, wanted) => {
        const { index: divisions } = indexed(rows([[0, 1]]));
        let index = emptyAreaIndex(divisions, 0, NOW);
        const present = new Map<string, string>();
        for (const { id, name: numbers } of changes) {
          index = applyAreas(index, [area(`a${id}`, null, text(numbers))], index.version + 1, NOW);
          present.set(`a${id}`, text(numbers));
        }
        const query = text(wanted.slice(0, 3));
        const found = findAreasByName({ index, within: -1, at: NOW, limit: 100 }, query);
        expect(found.map(({ entry }) => entry.area.id).sort()).toEqual(
          [...present]
            .filter(([, one]) => one.includes(query))
            .map(([id]) => id)
            .sort(),
        );
      }),
      { numRuns: 60 },
    );
  });
});
