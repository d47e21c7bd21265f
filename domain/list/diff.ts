import type { DivisionCode } from '@/domain/division/types';
import { compareLevels, type StatedLevel } from '@/domain/level/level';
import type {
  AddedRow,
  DuplicateRow,
  EndedRow,
  LevelRow,
  ListDiff,
  PossibleRenameRow,
  RenamedRow,
  StandingPlace,
  TwoLevelsRow,
  UnresolvedRow,
} from '@/domain/list/diff-types';
import { matchRenames, type Newcomer } from '@/domain/list/match-renames';
import type { ListEntry } from '@/domain/list/types';
import { placeKey } from '@/domain/place/normalize';

/** Where an entry lies, as the caller resolved it; null when its path leads to no division. Called once an entry. */
export type DivisionOf = (entry: ListEntry) => DivisionCode | null;

/** Paths of divisions, such as `370000/370700/370703/`: where a code lies, and what is known of an entry at least. */
export interface GroundPaths {
  of(code: DivisionCode): string | null;
  /** Also where the entry's path leads to a province or prefecture only. */
  known(entry: ListEntry): string | null;
}

interface Stated extends Newcomer {
  readonly keys: readonly string[];
}

/**
 * What a list would change against the places now standing under its authority. Places are matched by division and name
 * key (aliases included), then by written path and name; what is left on both sides is searched for renames. A place at two
 * levels is taken at the higher. Nothing is decided here: ended rows release only after `holdReasons` has spoken.
 * @param standing the authority's areas at HIGH or MEDIUM (and any it lists at LOW by name)
 * @param entries a parsed list's entries, all levels
 * @param divisionOf division code (6 to 12 digits, or a functional zone's own code) of an entry
 * @param paths by which a place is found again under a finer or coarser division; without them every code is ground of
 * its own
 */
export function diffLists(
  standing: readonly StandingPlace[],
  entries: readonly ListEntry[],
  divisionOf: DivisionOf,
  paths: GroundPaths = {
    of: (code) => `${code}/`,
    known: (entry) => {
      const code = divisionOf(entry);
      return code === null ? null : `${code}/`;
    },
  },
): ListDiff {
  const unresolved: UnresolvedRow[] = [];
  const duplicates: DuplicateRow[] = [];
  const twoLevels: TwoLevelsRow[] = [];
  const stated = new Map<string, Stated>();
  for (const entry of entries) {
    const divisionCode = divisionOf(entry);
    if (divisionCode === null) unresolved.push({ kind: 'UNRESOLVED', reason: 'UNKNOWN_DIVISION', entry });
    const keys = keysOf(divisionCode, entry.writtenPath, entry.place);
    const key = keys[0] ?? '';
    const path = paths.known(entry);
    const before = stated.get(key);
    if (before === undefined) stated.set(key, { entry, divisionCode, path, keys });
    else if (before.entry.level === entry.level) {
      duplicates.push({ kind: 'DUPLICATE', reason: 'SAME_LEVEL_TWICE', entry, first: before.entry });
    } else {
      const higher = compareLevels(entry.level, before.entry.level) > 0;
      if (higher) stated.set(key, { entry, divisionCode, path, keys });
      const [upper, lower] = higher ? [entry, before.entry] : [before.entry, entry];
      twoLevels.push({ kind: 'TWO_LEVELS', reason: 'HIGHER_RULES', entry: upper, lower });
    }
  }
  return { ...compare(standing, stated, paths), unresolved, duplicates, twoLevels };
}

function compare(
  standing: readonly StandingPlace[],
  stated: ReadonlyMap<string, Stated>,
  paths: GroundPaths,
): Omit<ListDiff, 'unresolved' | 'duplicates' | 'twoLevels'> {
  const names = indexStanding(standing);
  const missing = new Set(standing);
  const raised: LevelRow[] = [];
  const lowered: LevelRow[] = [];
  const renamed: RenamedRow[] = [];
  const newcomers: Newcomer[] = [];
  let unchanged = 0;
  let lowNotDrawn = 0;
  for (const newcomer of stated.values()) {
    const { entry, divisionCode, keys } = newcomer;
    const known = keys
      .map((key) => names.get(key))
      .find((place) => place !== undefined && missing.has(place));
    if (known === undefined) {
      if (entry.level === 'LOW') lowNotDrawn += 1;
      else newcomers.push(newcomer);
      continue;
    }
    missing.delete(known);
    const change = compareLevels(entry.level, known.level);
    if (change > 0) raised.push({ kind: 'RAISED', reason: 'STATED_LEVEL', standing: known, entry });
    else if (change < 0) lowered.push({ kind: 'LOWERED', reason: 'STATED_LEVEL', standing: known, entry });
    else if (placeKey(known.place) === placeKey(entry.place)) unchanged += 1;
    else renamed.push({ kind: 'RENAMED', reason: 'KNOWN_ALIAS', standing: known, entry, divisionCode });
  }
  const possibleRenames: PossibleRenameRow[] = [];
  const paired = new Set<Newcomer>();
  for (const { standing: place, newcomer, reason } of matchRenames([...missing], newcomers, paths.of)) {
    const { entry, divisionCode } = newcomer;
    if (reason === null) {
      possibleRenames.push({ kind: 'POSSIBLE_RENAME', reason: 'NEAR_NAME', standing: place, entry });
      continue;
    }
    missing.delete(place);
    paired.add(newcomer);
    renamed.push({ kind: 'RENAMED', reason, standing: place, entry, divisionCode });
  }
  const added: AddedRow[] = [];
  for (const newcomer of newcomers) {
    const { entry, divisionCode } = newcomer;
    if (!paired.has(newcomer)) added.push({ kind: 'ADDED', reason: 'NEW_PLACE', entry, divisionCode });
  }
  const ended: EndedRow[] = [];
  for (const place of missing) ended.push({ kind: 'ENDED', reason: 'NOT_IN_LIST', standing: place });
  return {
    added,
    raised,
    lowered,
    ended,
    renamed,
    possibleRenames,
    unchanged,
    lowNotDrawn,
    standing: countRestricted(standing),
    disappeared: countRestricted(ended.map((row) => row.standing)),
  };
}

function countRestricted(places: readonly { readonly level: StatedLevel }[]): number {
  let count = 0;
  for (const place of places) if (place.level !== 'LOW') count += 1;
  return count;
}

/** By division code, then by path as written: either finds a place whose path was resolved otherwise last time. */
function keysOf(divisionCode: DivisionCode | null, writtenPath: string, place: string): string[] {
  const name = placeKey(place);
  const byPath = `${writtenPath}|${name}`;
  return divisionCode === null ? [byPath] : [`${divisionCode}|${name}`, byPath];
}

function indexStanding(standing: readonly StandingPlace[]): Map<string, StandingPlace> {
  const names = new Map<string, StandingPlace>();
  for (const place of standing) {
    for (const key of keysOf(place.divisionCode, place.writtenPath, place.place)) {
      if (!names.has(key)) names.set(key, place);
    }
  }
  for (const place of standing) {
    for (const alias of place.aliases) {
      for (const key of keysOf(place.divisionCode, place.writtenPath, alias)) {
        if (!names.has(key)) names.set(key, place);
      }
    }
  }
  return names;
}
