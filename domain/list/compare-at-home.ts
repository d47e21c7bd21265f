import type { DivisionCode } from '@/domain/division/types';
import { diffLists, type GroundPaths } from './diff';
import type { StandingPlace } from './diff-types';
import type { DiscrepancyRow } from './planned';
import type { ListEntry } from './types';

/**
 * Where a list and the headquarters' own areas differ inside the home division. Places are matched as between two lists
 * (division and name, then rewording); one place in other words is no difference.
 * @param own the headquarters' standing areas inside the home division
 * @param entries the list's entries there
 * @param codeOf the finest division of an entry
 * @param paths of divisions and entries
 */
export function compareAtHome(
  own: readonly StandingPlace[],
  entries: readonly ListEntry[],
  codeOf: (entry: ListEntry) => DivisionCode | null,
  paths: GroundPaths,
): DiscrepancyRow[] {
  const diff = diffLists(own, entries, codeOf, paths);
  return [
    ...diff.ended.map(
      ({ standing }): DiscrepancyRow => ({
        kind: 'MISSING_IN_LIST',
        ...ofOwn(standing),
        listLevel: null,
        pointer: null,
      }),
    ),
    ...diff.added.map(
      ({ entry, divisionCode }): DiscrepancyRow => ({
        kind: 'EXTRA_IN_LIST',
        divisionCode,
        writtenPath: entry.writtenPath,
        name: entry.place,
        areaId: null,
        ownLevel: null,
        listLevel: entry.level,
        pointer: entry.pointer,
      }),
    ),
    ...[...diff.raised, ...diff.lowered].map(
      ({ standing, entry }): DiscrepancyRow => ({
        kind: 'LEVEL_DIFFERS',
        ...ofOwn(standing),
        listLevel: entry.level,
        pointer: entry.pointer,
      }),
    ),
  ];
}

function ofOwn({ divisionCode, writtenPath, place, areaId, level }: StandingPlace) {
  return { divisionCode, writtenPath, name: place, areaId, ownLevel: level };
}
