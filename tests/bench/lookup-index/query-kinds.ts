import { type AreaIndex, entryAt } from '@/domain/lookup/area/area-index';
import { codeOf } from '@/domain/lookup/division/division-codes';
import { nameOf, pathOf } from '@/domain/lookup/division/division-parts';
import { syllablesOf } from './syllables';

const EACH = 1500;

/** Queries of every kind, taken evenly from the divisions and areas themselves. */
export function queryKinds(index: AreaIndex): Record<string, string[]> {
  const { divisions } = index;
  const pick = (count: number, from: number, to: number): number[] =>
    Array.from({ length: count }, (_, i) => from + Math.floor(((to - from) * (i + 0.5)) / count));
  const counties = pick(600, divisions.kindStarts[1] ?? 0, divisions.kindStarts[4] ?? 0);
  const anywhere = pick(EACH, 0, divisions.size);
  const name = (ordinal: number): string => nameOf(divisions, ordinal);
  const areas = pick(EACH, 0, index.size)
    .map((slot) => entryAt(index, slot))
    .filter((entry) => entry !== undefined);
  return {
    code: anywhere.map((ordinal) => codeOf(divisions, ordinal)),
    county: counties.map(name),
    'county short': counties.map((ordinal) => name(ordinal).slice(0, 2)),
    'full name': anywhere.map(name),
    beginning: anywhere.map((ordinal) => name(ordinal).slice(0, 3)),
    substring: anywhere.map((ordinal) => name(ordinal).slice(1, 4)),
    pinyin: anywhere.map((ordinal) => syllablesOf(name(ordinal)).slice(0, 3).join('')),
    initials: anywhere.map((ordinal) =>
      syllablesOf(name(ordinal))
        .slice(0, 4)
        .map((s) => s[0])
        .join(''),
    ),
    path: counties.map((ordinal) =>
      pathOf(divisions, ordinal)
        .map((step) => step.name)
        .join(''),
    ),
    'area name': areas.map((entry) => entry.area.name),
    address: areas.map((entry) =>
      [
        ...(entry.division < 0 ? [] : pathOf(divisions, entry.division).slice(0, 3)).map((step) => step.name),
        entry.area.name,
      ].join(''),
    ),
    'address of another building': areas.map((entry) => entry.area.name.replace(/\d+(?=号楼|栋|幢)/, '97')),
    'one character': ['村', '京', '瓮', '社', '东', '鑫', '亳', '园'],
    'half of all names': ['社区', '号楼', '单元', '村委会', '街道', '小区', '新村', '花园'],
  };
}
