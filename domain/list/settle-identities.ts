import { liesIn } from '@/domain/division/lies-in';
import type { DivisionCode } from '@/domain/division/types';
import { placeKey } from '@/domain/place/normalize';
import type { AddedRow, ListDiff, RenamedRow } from './diff-types';
import type { EntryPlace, FormerPlace, PlannedArea, PlannedRename, StandingListPlace } from './planned';
import type { ListEntry } from './types';

/**
 * Gives every added and renamed row the identity it is stored under (authority, division or else written path, name
 * key). A place that stood before returns with its identity; a name that another area bears is never taken from it.
 * @param pathOf path of a division by its code
 * @param former the authority's areas that bear one of the rows' name keys and at which nothing stands
 */
export function settleIdentities(
  diff: Pick<ListDiff, 'added' | 'renamed'>,
  standing: readonly StandingListPlace[],
  former: readonly FormerPlace[],
  places: ReadonlyMap<ListEntry, EntryPlace>,
  pathOf: (code: DivisionCode) => string | null,
): { added: PlannedArea[]; renamed: PlannedRename[] } {
  const taken = new Set<string>();
  for (const place of standing)
    taken.add(identity(place.divisionCode, place.writtenPath, placeKey(place.place)));
  for (const place of former) taken.add(identity(place.divisionCode, place.writtenPath, place.nameKey));
  const renamed = diff.renamed.map((row) => settleRename(row, taken, pathOf));
  const returning = indexFormer(former);
  const added = diff.added.map((row) => settleAdded(row, taken, returning, places.get(row.entry)));
  return { added, renamed };
}

function settleRename(
  row: RenamedRow,
  taken: Set<string>,
  pathOf: (code: DivisionCode) => string | null,
): PlannedRename {
  const { standing, entry } = row;
  const nameKey = placeKey(entry.place);
  const divisionCode = finer(standing.divisionCode, row.divisionCode, pathOf);
  const wanted = identity(divisionCode, entry.writtenPath, nameKey);
  const before = identity(standing.divisionCode, standing.writtenPath, placeKey(standing.place));
  if (wanted !== before && taken.has(wanted)) return { row, target: null };
  taken.add(wanted);
  return { row, target: { nameKey, divisionCode } };
}

function settleAdded(
  { entry }: AddedRow,
  taken: Set<string>,
  returning: Map<string, FormerPlace>,
  place: EntryPlace | undefined,
): PlannedArea {
  const nameKey = placeKey(entry.place);
  const code = place?.code ?? null;
  const keys = [identity(code, entry.writtenPath, nameKey), identity(null, entry.writtenPath, nameKey)];
  for (const key of keys) {
    const former = returning.get(key);
    if (!former) continue;
    for (const own of keysOfFormer(former)) returning.delete(own);
    return { entry, divisionCode: former.divisionCode, resolved: former.resolved, nameKey, former };
  }
  const [byCode = '', byPath = ''] = keys;
  const free = !taken.has(byCode);
  taken.add(free ? byCode : byPath);
  // Two places of one name under one prefecture that only their written paths tell apart: an officer will say where.
  if (!free) return { entry, divisionCode: null, resolved: false, nameKey, former: null };
  return { entry, divisionCode: code, resolved: place?.resolved ?? false, nameKey, former: null };
}

function indexFormer(former: readonly FormerPlace[]): Map<string, FormerPlace> {
  const found = new Map<string, FormerPlace>();
  for (const place of former) {
    for (const key of keysOfFormer(place)) if (!found.has(key)) found.set(key, place);
  }
  return found;
}

function keysOfFormer({ divisionCode, writtenPath, nameKey }: FormerPlace): string[] {
  return [identity(divisionCode, writtenPath, nameKey), identity(null, writtenPath, nameKey)];
}

function identity(divisionCode: DivisionCode | null, writtenPath: string, nameKey: string): string {
  return `${divisionCode ?? writtenPath}|${nameKey}`;
}

/** Of two divisions for one place the one stated now, when it lies inside the other; else the one known before. */
function finer(
  known: DivisionCode | null,
  stated: DivisionCode | null,
  pathOf: (code: DivisionCode) => string | null,
): DivisionCode | null {
  if (known === null || stated === null) return known ?? stated;
  const above = pathOf(known);
  return above !== null && liesIn(pathOf(stated), above) ? stated : known;
}
