import { compareLevels } from '@/domain/level/level';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { ordinalOf } from '@/domain/lookup/division/division-codes';
import { kindOf, pathOf } from '@/domain/lookup/division/division-parts';
import { overlapsOf } from '@/domain/lookup/overlaps';
import { search } from '@/domain/lookup/search';
import type { LookupResult, SearchAnswer, SearchOptions } from '@/domain/lookup/types';

/**
 * `search`, and for an address in a functional zone (or a county that shares ground with one) the same address in the
 * divisions that share its ground. 潍坊市高新区浪琴湾1号楼 stands in the list under 奎文区: the zone alone would call it
 * routine.
 */
export function searchPlaces(index: AreaIndex, query: string, options: SearchOptions): SearchAnswer {
  const answer = search(index, query, options);
  const { as, path, rest } = answer.understood;
  if (as !== 'address' || rest === '') return answer;
  for (const step of [...path].reverse()) {
    const ordinal = ordinalOf(index.divisions, step.code);
    const shared = overlapsOf(index, ordinal);
    if (shared.length === 0) continue;
    const isZone = kindOf(index.divisions, ordinal) === 'FUNCTIONAL_ZONE';
    const below = path.slice(path.indexOf(step) + 1).map((deeper) => deeper.name);
    const { within: _within, ...wide } = options;
    const tail = [...below, rest].join('');
    const more = shared.flatMap((other) => {
      const names = pathOf(index.divisions, other).map((above) => above.name);
      return [tail, ...(isZone ? asListed(index, ordinal, tail) : [])].flatMap((text) =>
        search(index, names.join('') + text, wide).results.filter(ofAddress),
      );
    });
    return { ...answer, results: merged(answer.results, more, isZone ? step.code : null) };
  }
  return answer;
}

/** Lists keep the zone's name in front of the place: 奎文区 「高新区新城街道杏苑小区3号楼」. */
function asListed({ divisions }: AreaIndex, zone: number, tail: string): string[] {
  return (divisions.details.get(zone)?.aliases ?? []).map((alias) => alias + tail);
}

function ofAddress(result: LookupResult): boolean {
  return result.match.type === 'address' || (result.kind === 'area' && result.match.type === 'exact');
}

/** Areas that hold the address before all else, the more severe first; the zone's own ground gives way to the counties'. */
function merged(
  found: readonly LookupResult[],
  more: readonly LookupResult[],
  zone: string | null,
): LookupResult[] {
  const grounds = more.filter(
    (result) =>
      result.kind === 'division' && (zone !== null || result.nearby.length + result.possible.length > 0),
  );
  const areas = [...found.filter(ofAddress), ...more].filter((result) => result.kind === 'area');
  areas.sort((a, b) => compareLevels(b.level, a.level));
  const kept = found.filter((result) => grounds.length === 0 || result.id !== zone);
  const byId = new Map<string, LookupResult>();
  const order = zone === null ? [...areas, ...kept, ...grounds] : [...areas, ...grounds, ...kept];
  for (const result of order) {
    if (!byId.has(result.id)) byId.set(result.id, result);
  }
  return [...byId.values()];
}
